using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Whether a layer of one rank stands on an input of that rank.</summary>
internal static class RankCheck
{
    private static readonly string[] Nouns = ["features", "sequence", "image", "volume"];

    private static readonly string[] Dimensions =
        ["features", "length, channels", "height, width, channels", "depth, height, width, channels"];

    public static bool Image(LayerArguments arguments, Shape input) => Holds(arguments, input, rank: 2);

    /// <summary>Reports an input that is not of the rank: 1 for sequences, 2 for images, 3 for volumes.</summary>
    public static bool Holds(LayerArguments arguments, Shape input, int rank)
    {
        if (input.Rank == rank)
        {
            return true;
        }

        string given = input.Rank == 0 ? Invariant($"{input.Channels} features") : $"{input}, {Form(input.Rank)}";
        string remedy = input.Rank == 0 ? $"put it before the layer that flattens the {Nouns[rank]}, or declare Input({Dimensions[rank]})"
            : SameOfRank(arguments.Kind, input.Rank) is { } other ? $"use {other}, or declare Input({Dimensions[rank]})"
            : $"declare Input({Dimensions[rank]})";
        arguments.Mismatch(RuleIds.WrongRank, null, $"{arguments.Kind} needs {Form(rank)}, but its input is {given}; {remedy}");
        return false;
    }

    private static string Form(int rank) => $"{(rank == 2 ? "an" : "a")} {Nouns[rank]}, {Dimensions[rank].Replace(", ", " x ")}";

    /// <summary>The layer of the same name for another rank, such as Conv1d for Conv2d, if there is one.</summary>
    private static string? SameOfRank(string kind, int rank)
    {
        int digit = kind.IndexOfAny(['1', '2', '3']);
        if (digit < 0)
        {
            return null;
        }

        string other = Invariant($"{kind.Substring(0, digit)}{rank}{kind.Substring(digit + 1)}");
        return LayerRegistry.Find(other) is null ? null : other;
    }
}
