using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Kernels;

/// <summary>A convolution's sizes and distances as the block kernels take them: they share their text among layers of all sizes.</summary>
/// <param name="Geometry">The convolution: one group, no dilation.</param>
/// <param name="X">How its input stands.</param>
/// <param name="Y">How its output stands.</param>
internal sealed record BlockWindow(ConvGeometry Geometry, LaneView X, LaneView Y)
{
    /// <summary>Floats of a cell, and filters of a block.</summary>
    public const int Block = Level.CellFloats;

    // Tiles of a block and filters of a part in Winograd's form.
    private const int MostTiles = 48, MostPart = 128, GradientTiles = 64;

    public string Name => $"Window_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Height.In, Geometry.Width.In) + Y.Suffix("y", Geometry.Height.Out, Geometry.Width.Out);

    /// <summary>The zeros around the output's gradient that the input's gradient reads.</summary>
    public Halo Border => new(Before(Geometry.Height), After(Geometry.Height), Before(Geometry.Width), After(Geometry.Width));

    /// <summary>Cells of the output's gradient within that border; 0 where there is none, so that nothing is copied.</summary>
    public long BorderedCells => Border.IsEmpty ? 0 : (long)BorderPlane * Text.Tiles(Geometry.Filters, Block);

    /// <summary>Channels of an input's cell: 16, or the few of the network's input.</summary>
    public int CellChannels => Math.Min(Geometry.Channels, Block);

    /// <summary>Room for the weights, each block of filters by itself; for the gradient whole blocks of channels too.</summary>
    public long PackedFloats => (long)Geometry.Height.Kernel * Geometry.Width.Kernel * MemoryPlan.RoundUp(Geometry.Channels, Block) * Geometry.Filters;

    /// <summary>Room for the weights as points of F(4x4, 3x3).</summary>
    public long WinogradFloats => (long)BlockWinograd.Side * BlockWinograd.Side * Geometry.Channels * Geometry.Filters;

    /// <summary>At most what a thread needs for the points and products of a block of tiles; the runtime's BlockPoints places them.</summary>
    public long WinogradScratch => (long)BlockWinograd.Side * BlockWinograd.Side
        * ((MostTiles * (Geometry.Channels + Math.Min(Geometry.Filters, MostPart) + (2 * Block))) + (2 * Block));

    /// <summary>Room for the sums of the weights' gradient at those points, and for the points of a block of tiles and of their gradients.</summary>
    public long WinogradGradientFloats => WinogradFloats
        + ((long)BlockWinograd.Side * BlockWinograd.Side * ((GradientTiles * (Geometry.Channels + Geometry.Filters)) + (3 * Block)));

    public string Literal =>
        $"Channels: {Geometry.Channels}, Filters: {Geometry.Filters}, KernelRows: {Geometry.Height.Kernel}, KernelColumns: {Geometry.Width.Kernel}, "
        + $"RowStride: {Geometry.Height.Stride}, ColumnStride: {Geometry.Width.Stride}, Top: {Geometry.Height.PadBefore}, Left: {Geometry.Width.PadBefore}, "
        + $"InputRows: {Geometry.Height.In}, InputColumns: {Geometry.Width.In}, InputRow: {Text.Literal(X.RowFloats)}, InputPlane: {Text.Literal(X.PlaneFloats)}, "
        + $"Rows: {Geometry.Height.Out}, Columns: {Geometry.Width.Out}, OutputRow: {Text.Literal(Y.RowFloats)}, OutputPlane: {Text.Literal(Y.PlaneFloats)}, "
        + $"BorderTop: {Border.Top}, BorderLeft: {Border.Left}, BorderRow: {Text.Literal((long)BorderPitch * Block)}, BorderPlane: {Text.Literal((long)BorderPlane * Block)}";

    private int BorderPitch => Geometry.Width.Out + Border.Left + Border.Right;

    private int BorderPlane => (Geometry.Height.Out + Border.Top + Border.Bottom) * BorderPitch;

    private static int Before(Axis axis) => Math.Max(0, axis.Kernel - 1 - axis.PadBefore + axis.Stride - 1) / axis.Stride;

    private static int After(Axis axis) => Math.Max(0, ((axis.In - 1 + axis.PadBefore) / axis.Stride) - (axis.Out - 1));
}
