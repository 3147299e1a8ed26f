using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Zeros around a sequence, an image or a volume.</summary>
internal abstract class ZeroPadLayer : LayerKind
{
    private static readonly string[][] Names =
        [[], ["before", "after"], ["top", "bottom", "left", "right"], ["front", "back", "top", "bottom", "left", "right"]];

    /// <summary>1 for sequences, 2 for images, 3 for volumes.</summary>
    protected abstract int Rank { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Holds(arguments, input, Rank);
        var pads = new int[6];
        for (int i = 0; i < 2 * Rank; i++)
        {
            pads[pads.Length - (2 * Rank) + i] = Read(arguments, Names[Rank][i]);
        }

        long Length(int length, int dimension) => (long)length + pads[2 * dimension] + pads[(2 * dimension) + 1];
        long longest = Math.Max(Length(input.Depth, 0), Math.Max(Length(input.Height, 1), Length(input.Width, 2)));
        if (longest > int.MaxValue)
        {
            arguments.Mismatch(RuleIds.TooManyElements, null, Invariant($"{Name}: {longest} padded cells exceed 2147483647; use less padding"));
        }

        return arguments.Faulty ? null : new ZeroPadding(
            input,
            new Shape(input.Rank, (int)Length(input.Depth, 0), (int)Length(input.Height, 1), (int)Length(input.Width, 2), input.Channels),
            Front: pads[0], Top: pads[2], Left: pads[4]);
    }

    private static int Read(LayerArguments arguments, string argument)
    {
        int value = arguments.Whole(argument, 0);
        if (value < 0)
        {
            arguments.Report(RuleIds.UnsuitablePadding, argument, Invariant($"{arguments.Kind}: {argument} is {value}; use at least 0"));
        }

        return Math.Max(0, value);
    }
}
