using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Whether Winograd's form of a convolution is the faster one, and with how many outputs a tile: a model of its multiplications, its
/// transforms and the weights to read, of which there are 36/25 to 4 times as many.
/// </summary>
internal static class WinogradChoice
{
    // A core reads packed weights that fit no cache at some 8 bytes a cycle, and does two multiply-adds of 8 lanes.
    private const double BytesPerCycle = 8, MultipliesPerCycle = 16;

    /// <summary>The form in which prediction computes the convolution; null where the direct one is better or asked for.</summary>
    public static WinogradForm? Of(Convolution convolution, PlanOptions options)
    {
        if (options.Training || options.Precision == Precision.Exact || options.Unroll == Unroll.Full || !Fits(convolution))
        {
            return null;
        }

        int taps = convolution.Height.Kernel * convolution.Width.Kernel;
        double direct = Cost(convolution, (double)convolution.Height.Out * convolution.Width.Out * taps * convolution.InputChannels, (double)taps * convolution.InputChannels, 0);
        return WinogradForm.Of(convolution.Height, convolution.Width)
            .Where(form => Reads(form, convolution.InputChannels) && Cost(convolution, form) < direct)
            .OrderBy(form => Cost(convolution, form))
            .Select(form => (WinogradForm?)form)
            .FirstOrDefault();
    }

    /// <summary>
    /// Whether training uses F(4x4, 3x3): where channels are many enough for the products to outweigh the transforms, and outputs for
    /// tiles of 4 x 4.
    /// </summary>
    public static bool InTraining(Convolution convolution, PlanOptions options)
    {
        const int FewestChannels = 32;
        return options.Precision != Precision.Exact && Fits(convolution)
            && convolution is { Height: { Kernel: 3, Stride: 1, Dilation: 1 }, Width: { Kernel: 3, Stride: 1, Dilation: 1 } }
            && convolution.InputChannels % Level.CellFloats == 0 && convolution.Filters % Level.CellFloats == 0 && Math.Min(convolution.InputChannels, convolution.Filters) >= FewestChannels
            && Text.Tiles(convolution.Height.Out, 4) * Text.Tiles(convolution.Width.Out, 4) * 36 * 2 < convolution.Height.Out * convolution.Width.Out * 9 * 3 / 2;
    }

    /// <summary>The zeros around the input that whole tiles read.</summary>
    public static Halo HaloOf(Convolution convolution, WinogradForm form)
    {
        var halo = Halo.Of(convolution.Height, convolution.Width);
        int Beyond(Axis axis) => ((form.Tiles(axis) - 1) * form.Step) + form.Reach - axis.PadBefore - axis.In;
        return halo with { Bottom = Math.Max(halo.Bottom, Beyond(convolution.Height)), Right = Math.Max(halo.Right, Beyond(convolution.Width)) };
    }

    private static bool Fits(Convolution convolution) =>
        convolution is { Groups: 1, Connections: null } && convolution.Filters >= CellWinograd.FewestFilters;

    private static bool Reads(WinogradForm form, int channels) => form.Stride * channels % Level.CellFloats == 0 || WinogradRows.Fits(form, channels);

    private static double Cost(Convolution convolution, WinogradForm form)
    {
        double tiles = (double)form.Tiles(convolution.Height) * form.Tiles(convolution.Width);
        int channels = form.Channels(convolution.InputChannels);
        double back = WinogradColumns.Wanted(form, convolution.InputChannels) ? (2 * form.Side * form.Outputs) + (3 * form.Side) : 2 * form.Positions;
        double transforms = tiles * ((channels * 2 * form.Positions) + (convolution.Filters * back)) / Level.V256.Lanes;
        return Cost(convolution, tiles * form.Positions * channels, (double)form.Positions * channels, transforms) + Bursts(convolution);
    }

    // Tiles of output come in bursts, which wait for memory that the direct form's stores reach while it multiplies: a float a cycle.
    private static double Bursts(Convolution convolution) =>
        (double)convolution.Height.Out * convolution.Width.Out * convolution.Filters is var floats && Prefetching.Pays((long)floats) ? floats : 0;

    /// <summary>Cycles for all filters.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="products">Products for a filter.</param>
    /// <param name="weights">Packed weights of a filter.</param>
    /// <param name="transforms">Cycles that transforms take.</param>
    private static double Cost(Convolution convolution, double products, double weights, double transforms) =>
        (products * convolution.Filters / MultipliesPerCycle) + transforms + (weights * convolution.Filters * sizeof(float) / BytesPerCycle);
}
