using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>An image enlarged by repeating rows and columns.</summary>
internal sealed class Upsample2dLayer : LayerKind
{
    public override string Name => "Upsample2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Holds(arguments, input, rank: 2);
        int factor = arguments.Positive("factor");
        long longer = (long)factor * Math.Max(input.Height, input.Width);
        if (longer > int.MaxValue)
        {
            arguments.Mismatch(RuleIds.TooManyElements, "factor", Invariant($"Upsample2d: {longer} rows or columns exceed 2147483647; use a smaller factor"));
        }

        return arguments.Faulty ? null : new Upsampling(input, Shape.Image(input.Height * factor, input.Width * factor, input.Channels), factor);
    }
}
