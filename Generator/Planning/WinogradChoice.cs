using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Whether Winograd's form of a 3x3 convolution is the faster one, and with how many outputs a tile: a model of its
/// multiplications, its transforms and the weights to read, which grow by 16/9 or 4.
/// </summary>
internal static class WinogradChoice
{
    // A core reads packed weights that fit no cache at some 8 bytes a cycle, and does two multiply-adds of 8 lanes.
    private const double BytesPerCycle = 8, MultipliesPerCycle = 16;

    /// <summary>The rows and columns of outputs that a tile computes, 2 or 4; null where the direct form is better or asked for.</summary>
    public static int? Of(Convolution convolution, PlanOptions options)
    {
        if (options.Training || options.Precision == Precision.Exact || options.Unroll == Unroll.Full || !Fits(convolution))
        {
            return null;
        }

        double direct = Cost((double)convolution.Height.Out * convolution.Width.Out * 9, 9, 0, convolution);
        (int outputs, double cost) = new[] { 2, 4 }
            .Select(outputs => (outputs, Cost(convolution, outputs)))
            .OrderBy(choice => choice.Item2)
            .First();
        return cost < direct ? outputs : null;
    }

    /// <summary>
    /// Whether training uses F(4x4, 3x3): where channels are many enough for the products to outweigh the transforms, and outputs for
    /// tiles of 4 x 4.
    /// </summary>
    public static bool InTraining(Convolution convolution, PlanOptions options)
    {
        const int FewestChannels = 32;
        return options.Precision != Precision.Exact && Fits(convolution) && Math.Min(convolution.InputChannels, convolution.Filters) >= FewestChannels
            && Text.Tiles(convolution.Height.Out, 4) * Text.Tiles(convolution.Width.Out, 4) * 36 * 2 < convolution.Height.Out * convolution.Width.Out * 9 * 3 / 2;
    }

    /// <summary>The zeros around the input that whole tiles read.</summary>
    public static Halo HaloOf(Convolution convolution, int outputs)
    {
        var halo = Halo.Of(convolution.Height, convolution.Width);
        int Beyond(Axis axis) => (Text.Tiles(axis.Out, outputs) * outputs) + 2 - axis.PadBefore - axis.In;
        return halo with { Bottom = Math.Max(halo.Bottom, Beyond(convolution.Height)), Right = Math.Max(halo.Right, Beyond(convolution.Width)) };
    }

    private static bool Fits(Convolution convolution) => convolution is { Groups: 1, Connections: null }
        && Plain(convolution.Height) && Plain(convolution.Width)
        && convolution.InputChannels % CellWinograd.ChannelMultiple == 0 && convolution.Filters % CellWinograd.ChannelMultiple == 0;

    private static bool Plain(Axis axis) => axis is { Kernel: 3, Stride: 1, Dilation: 1 };

    private static double Cost(Convolution convolution, int outputs)
    {
        int positions = (outputs + 2) * (outputs + 2);
        double tiles = (double)Text.Tiles(convolution.Height.Out, outputs) * Text.Tiles(convolution.Width.Out, outputs);
        double vectors = (convolution.InputChannels + convolution.Filters) / 8.0;
        return Cost(tiles * positions, positions, tiles * vectors * 2 * positions, convolution);
    }

    private static double Cost(double products, int positions, double transforms, Convolution convolution)
    {
        double weights = (double)convolution.InputChannels * convolution.Filters;
        return (products * weights / MultipliesPerCycle) + transforms + (positions * weights * sizeof(float) / BytesPerCycle);
    }
}
