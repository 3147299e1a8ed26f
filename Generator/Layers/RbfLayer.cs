using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Squared distances from fixed codes.</summary>
internal sealed class RbfLayer : LayerKind
{
    public override string Name => "Rbf";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int outputs = arguments.Positive("outputs");
        string text = arguments.Text("codes") ?? "";
        if (arguments.Faulty)
        {
            return null;
        }

        string[] codes = Codes(text);
        string all = string.Concat(codes);
        int unknown = all.IndexOfAny([.. all.Where(sign => Sign(sign) == 0)]);
        if (unknown >= 0)
        {
            arguments.Report(
                RuleIds.UnsuitableTable, "codes",
                $"Rbf: codes has the character '{all[unknown]}'; use '+', '#' or '1' for 1, '-', '.' or '0' for -1, and ';' or a line's end behind a code");
        }
        else if (codes.Length != outputs)
        {
            arguments.Report(
                RuleIds.UnsuitableTable, "codes", Invariant($"Rbf: there are {codes.Length} codes, but {outputs} outputs; give every output one code"));
        }
        else if (Array.FindIndex(codes, code => code.Length != input.Length) is >= 0 and var wrong)
        {
            arguments.Mismatch(
                RuleIds.UnsuitableTable, "codes",
                Invariant($"Rbf: code {wrong} has {codes[wrong].Length} characters, but the input has {input.Length} values; give every value one character"));
        }

        return arguments.Faulty ? null
            : new RadialBasis(input, Shape.Features(outputs), string.Concat(all.Select(sign => Sign(sign) > 0 ? '+' : '-')));
    }

    // Line ends separate codes only where nothing else does, so that a code may be drawn over several lines.
    private static string[] Codes(string text) =>
    [
        .. text.Split(text.Contains(';') ? ';' : '\n')
            .Select(code => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter))))
            .Where(code => code.Length > 0),
    ];

    private static int Sign(char letter) => letter is '+' or '#' or '1' ? 1 : letter is '-' or '.' or '0' ? -1 : 0;
}
