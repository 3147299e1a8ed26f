using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Whether a layer of one rank stands on an input of that rank.</summary>
internal static class RankCheck
{
    private static readonly string[] Forms =
        ["features", "a sequence, length x channels", "an image, height x width x channels", "a volume, depth x height x width x channels"];

    public static bool Image(LayerArguments arguments, Shape input)
    {
        if (input.Rank == 2)
        {
            return true;
        }

        string given = input.Rank == 0 ? Invariant($"{input.Channels} features") : $"{input}, {Forms[input.Rank]}";
        string remedy = input.Rank == 0
            ? "; put it before the layer that flattens the image, or declare Input(height, width, channels)"
            : "";
        arguments.Mismatch(RuleIds.WrongRank, null, $"{arguments.Kind} needs {Forms[2]}, but its input is {given}{remedy}");
        return false;
    }
}
