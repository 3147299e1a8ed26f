namespace NetDsl.Generator.Kernels;

/// <summary>
/// How training kernels with channels in the lanes take a convolution's input: whole rows of the output at a time, for which the
/// input's cells are copied out of the planes, each sample by itself, zeros around them where the window reaches beyond.
/// </summary>
/// <param name="Geometry">The convolution: one group, no dilation.</param>
/// <param name="Least">Outputs that a part should have at least.</param>
internal sealed record CellParts(ConvGeometry Geometry, int Least)
{
    /// <summary>Rows of the output in a part: a divisor of all, because gradients must not count a row twice.</summary>
    public int Rows => Enumerable.Range(1, Geometry.Height.Out).First(rows =>
        Geometry.Height.Out % rows == 0 && (rows * Geometry.Width.Out >= Least || rows == Geometry.Height.Out));

    public int Parts => Geometry.Height.Out / Rows;

    /// <summary>Outputs of a part.</summary>
    public int Outputs => Rows * Geometry.Width.Out;

    public int InputRows => ((Rows - 1) * Geometry.Height.Stride) + Geometry.Height.Kernel;

    public int InputColumns => ((Geometry.Width.Out - 1) * Geometry.Width.Stride) + Geometry.Width.Kernel;

    public int RowFloats => InputColumns * Geometry.Channels;

    /// <summary>Floats from one sample to the next; not a multiple of 4 KB, which would make samples evict each other.</summary>
    public int SampleFloats => (InputRows * RowFloats) + Level.CellFloats;

    public int Floats => SampleFloats * Level.CellFloats;

    /// <summary>The statement that declares which cells a part copies.</summary>
    public string Window(LaneView x) =>
        $"var window = new LaneWindow(Height: {Geometry.Height.In}, Width: {Geometry.Width.In}, RowFloats: {Text.Literal(x.RowFloats)}, PlaneFloats: {Text.Literal(x.PlaneFloats)}, Rows: {InputRows}, Columns: {InputColumns}, CellFloats: {Geometry.Channels}, SampleFloats: {Text.Literal(SampleFloats)});";

    /// <summary>The statement that copies the cells of the part that begins with <c>firstRow</c>.</summary>
    public string Gather(string planes, string cells, string channels)
    {
        string row = Geometry.Height.Stride == 1 ? "firstRow" : $"firstRow * {Geometry.Height.Stride}";
        return $"window.Gather({planes}, {cells}, {Text.At(row, -Geometry.Height.PadBefore)}, {-Geometry.Width.PadBefore}, {channels}, count);";
    }
}
