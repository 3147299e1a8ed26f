using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Writes the loops over a window in up to three dimensions, clipped to cells that exist. Seen from a window's own side they
/// visit the cells under it, seen from a cell the windows over it.
/// </summary>
/// <param name="Geometry">The convolution.</param>
/// <param name="Transposed">Whether the position is a cell that windows lie over, and not a window.</param>
internal sealed record VolumeLoops(VolumeGeometry Geometry, bool Transposed)
{
    private static readonly string[] Positions = ["slice", "row", "column"], Taps = ["kz", "ky", "kx"];

    private Axis[] Axes => [Geometry.Depth, Geometry.Height, Geometry.Width];

    /// <summary>Length of each dimension of what is written, slices first.</summary>
    public int[] Target => [.. Axes.Select(axis => Transposed ? axis.In : axis.Out)];

    /// <summary>Length of each dimension of what is read, slices first.</summary>
    public int[] Source => [.. Axes.Select(axis => Transposed ? axis.Out : axis.In)];

    /// <summary>The variable that counts a dimension of what is written; empty where it has length 1.</summary>
    public string Position(int dimension) => Target[dimension] == 1 ? "" : Positions[dimension];

    /// <summary>Headers of the loops over all positions.</summary>
    public IEnumerable<string> Headers(int first, int last) => Enumerable.Range(first, last - first + 1)
        .Select(dimension => Target[dimension] == 1 ? "" : Text.For(Positions[dimension], Target[dimension]));

    /// <summary>The offset of a position in what is written, from the distance of rows and cells.</summary>
    public (string, long)[] TargetTerms(long row, long cell) =>
        [(Position(0), row * Target[1]), (Position(1), row), (Position(2), cell)];

    /// <summary>Writes the loops over the taps that hit; the body gets the terms of the cell read and of the tap's weights.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">Floats from one row of what is read to the next.</param>
    /// <param name="cell">Floats from one cell to the next.</param>
    /// <param name="tap">Floats from the weights of one tap to the next.</param>
    /// <param name="body">Writes what is done with the cell's pointer <c>q</c> and the weights' pointer <c>k</c>.</param>
    public void Write(SourceWriter writer, long row, long cell, long tap, Action body)
    {
        long[] steps = [row * Source[1], row, cell];
        long[] taps = [tap * Geometry.Height.Kernel * Geometry.Width.Kernel, tap * Geometry.Width.Kernel, tap];
        Write(writer, 0, () =>
        {
            writer.Line($"float* q = {Text.At("input", 0, [.. Enumerable.Range(0, 3).Select(d => (SourceIndex(d), steps[d]))])};");
            writer.Line($"float* k = {Text.At("weights", 0, [.. Enumerable.Range(0, 3).Select(d => (Axes[d].Kernel == 1 ? "" : Taps[d], taps[d]))])};");
            body();
        });
    }

    private void Write(SourceWriter writer, int dimension, Action body)
    {
        if (dimension == Axes.Length)
        {
            body();
            return;
        }

        Axis axis = Axes[dimension];
        if (axis is { In: 1, Out: 1, Kernel: 1, PadBefore: 0 })
        {
            Write(writer, dimension + 1, body);
            return;
        }

        writer.Block(Text.For(Taps[dimension], axis.Kernel), () =>
        {
            WriteHit(writer, dimension, axis);
            Write(writer, dimension + 1, body);
        });
    }

    private void WriteHit(SourceWriter writer, int dimension, Axis axis)
    {
        string name = Hit(dimension), tap = Taps[dimension], position = Position(dimension);
        string reach = axis.Dilation == 1 ? tap : $"{tap} * {axis.Dilation}";
        if (!Transposed)
        {
            writer.Line($"int {name} = {Text.At(reach, -axis.PadBefore, (position, axis.Stride))};");
            if (!axis.Inside)
            {
                writer.Line($"if ({name} < 0 || {name} >= {axis.In}) continue;");
            }

            return;
        }

        writer.Line($"int {name} = {(position.Length == 0 ? Text.Literal(axis.PadBefore) : Text.At(position, axis.PadBefore))} - {reach};");
        string stride = axis.Stride == 1 ? "" : $" || {name} % {axis.Stride} != 0";
        writer.Line($"if ({name} < 0 || {name} >= {axis.Out * axis.Stride}{stride}) continue;");
        if (axis.Stride > 1)
        {
            writer.Line($"{name} /= {axis.Stride};");
        }
    }

    private string SourceIndex(int dimension) => Source[dimension] == 1 ? "" : Hit(dimension);

    private static string Hit(int dimension) => $"read{char.ToUpperInvariant(Positions[dimension][0])}{Positions[dimension].Substring(1)}";
}
