using NetDsl.Generator.Emit;

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

    /// <summary>Writes <c>Gather</c>, which copies a part's input, some of the channels.</summary>
    public void WriteGather(SourceWriter writer, LaneView x)
    {
        writer.Line();
        writer.Line("// Copies what the windows of a part's rows see, zeros beyond the borders included, with the channels side by side.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        writer.Block("private static void Gather(float* x, float* cells, int firstRow, int channels)", () =>
        {
            writer.Line(Text.For("r", InputRows));
            writer.Block(Text.For("c", InputColumns), () =>
            {
                string row = Geometry.Height.Stride == 1 ? "firstRow" : $"firstRow * {Geometry.Height.Stride}";
                writer.Line($"int row = {Text.At($"{row} + r", -Geometry.Height.PadBefore)}, column = {Text.At("c", -Geometry.Width.PadBefore)};");
                writer.Line($"float* cell = {Text.At("cells", 0, ("r", RowFloats), ("c", Geometry.Channels))};");
                writer.Line($"if ((uint)row < {Geometry.Height.In} && (uint)column < {Geometry.Width.In})");
                writer.Indented(() => writer.Line($"LaneTranspose.ToCells({Text.At("x", 0, ("row", x.RowFloats), ("column", Level.CellFloats))}, {Text.Literal(x.PlaneFloats)}, channels, cell, {Text.Literal(SampleFloats)});"));
                writer.Line("else");
                writer.Indented(() => writer.Line($"LaneTranspose.Clear(cell, {Text.Literal(SampleFloats)}, channels);"));
            });
        });
    }
}
