using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Sums over windows with a coefficient and a bias for each channel.</summary>
internal sealed class TrainableSubsample2dLayer : LayerKind
{
    public override string Name => "TrainableSubsample2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int height = arguments.Positive("height"), width = arguments.Positive("width");
        if (!RankCheck.Image(arguments, input))
        {
            return null;
        }

        if (!arguments.Faulty && (height > input.Height || width > input.Width))
        {
            arguments.Mismatch(
                RuleIds.WindowTooLarge, height > input.Height ? "height" : "width",
                Invariant($"{Name}: a window of {height}x{width} is larger than the input of {input.Height}x{input.Width}; ")
                + Invariant($"use at most {input.Height}x{input.Width} (Kernel size can't be greater than actual input size)"));
        }

        if (arguments.Faulty)
        {
            return null;
        }

        Axis rows = Axis(input.Height, height), columns = Axis(input.Width, width);
        return new Subsampling(input, Shape.Image(rows.Out, columns.Out, input.Channels), rows, columns);
    }

    private static Axis Axis(int length, int window) => new(length, window, window, 1, 0, 0, length / window);
}
