using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

// How rows are cut into tiles, and a tile's text.
internal sealed partial record CellDepthwise
{
    private (int Pixels, int Vectors) Tile(Level level)
    {
        int vectors = Math.Max(1, Math.Min(Prefetching.LineFloats, Channels) / level.Lanes);
        return (TileChoice.Best(Math.Max(1, Inner.Count), vectors, 1, level.Accumulators, streamed: true).First, vectors);
    }

    private void WriteRowBounds(SourceWriter writer)
    {
        Axis height = Geometry.Height;
        string Rounded(string length) => height.Dilation == 1 ? length : $"({length} + {height.Dilation - 1}) / {height.Dilation}";
        writer.Line($"int top = row * {height.Stride} - {height.PadBefore};".Replace(" * 1 ", " "));
        writer.Line($"int first = Math.Max({Rounded("-top")}, 0), end = Math.Min({Rounded($"{height.In} - top")}, {height.Kernel}); // kernel rows within the input");
    }

    private void WriteColumns(SourceWriter writer, Level level, string n)
    {
        (int pixels, int vectors) = Tile(level);
        (int first, int count) = Inner;
        if (!Bordered)
        {
            WriteInner(writer, level, n, pixels, vectors);
            return;
        }

        for (int column = 0; column < Geometry.Width.Out; column++)
        {
            if (column == first && count > 0)
            {
                writer.Line($"// Columns {first} to {first + count - 1}: whole windows.");
                Scope(writer, () => WriteInner(writer, level, n, pixels, vectors));
                column += count - 1;
                continue;
            }

            int at = column;
            writer.Line($"// Column {column}.");
            Scope(writer, () => WriteTile(writer, level, n, "", at, 1, vectors));
        }
    }

    private void WriteInner(SourceWriter writer, Level level, string n, int pixels, int vectors)
    {
        (string loop, string start) = Text.TileLoop("column", Inner.Count, pixels);
        writer.Loops([loop], () =>
        {
            if (start.Length > 0)
            {
                writer.Line(start);
            }

            WriteTile(writer, level, n, loop.Length > 0 ? "column" : "", Inner.First, pixels, vectors);
        });
    }

    private void WriteTile(SourceWriter writer, Level level, string n, string column, int first, int pixels, int vectors)
    {
        int lanes = level.Lanes, real = Math.Min(vectors * lanes, Channels);
        (int Pixel, int Vector)[] sums = [.. from p in Enumerable.Range(0, pixels) from v in Enumerable.Range(0, vectors) select (p, v)];
        writer.Line($"float* target = {Text.At("y", (long)first * Y.CellPitch, ("row", Y.RowFloats), (column, Y.CellPitch), (n, 1))};");
        if (Prefetches)
        {
            writer.Lines(Prefetching.Lines("target", pixels, Y.CellPitch, real));
        }

        for (int v = 0; v < vectors; v++)
        {
            string bias = Bias ? Text.Vector("bias", v * lanes, (n, 1)) : "V.Zero";
            int vector = v;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, pixels).Select(p => $"y{p}_{vector} = {(p == 0 ? bias : $"y0_{vector}")}")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", vectors)));
        WriteTaps(writer, level, n, column, first, sums, vectors);
        if (Residual is { } view)
        {
            writer.Line($"float* addend = {Text.At("residual", (long)first * view.CellPitch, ("row", view.RowFloats), (column, view.CellPitch), (n, 1))};");
            writer.Lines(Text.Flow(sums.Select(s => $"y{s.Pixel}_{s.Vector} += {Text.Vector("addend", ((long)s.Pixel * view.CellPitch) + (s.Vector * lanes))};")));
        }

        if (Activation is not null)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"y{s.Pixel}_{s.Vector} = {Activation.Apply($"y{s.Pixel}_{s.Vector}")};")));
        }

        writer.Lines(Text.Flow(sums.SelectMany(s =>
            Tail.Store(level, "target", ((long)s.Pixel * Y.CellPitch) + (s.Vector * lanes), $"y{s.Pixel}_{s.Vector}", real - (s.Vector * lanes)))));
    }

    private void WriteTaps(SourceWriter writer, Level level, string n, string column, int first, (int Pixel, int Vector)[] sums, int vectors)
    {
        Axis height = Geometry.Height, width = Geometry.Width;
        long row = (long)XRow * Channels, pixel = (long)width.Stride * Channels, tap = (long)width.Dilation * Channels;
        int left = (first * width.Stride) - width.PadBefore;
        (int from, int end) = Bordered
            ? (Math.Max(0, Text.Tiles(-left, width.Dilation)), Math.Min(width.Kernel, Text.Tiles(width.In - left, width.Dilation)))
            : (0, width.Kernel);
        long corner = ((long)left * Channels) + (from * tap);
        string weights = Text.At("packed", (long)from * TapPitch, (n, 1));
        void Tap(string input, long io, string k, long wo)
        {
            writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(v => $"w{v} = {Text.Vector(k, wo + (v * level.Lanes))};")));
            writer.Lines(Text.Flow(sums.Select(s => level.Fma(Text.Vector(input, io + (s.Pixel * pixel) + (s.Vector * level.Lanes)), $"w{s.Vector}", $"y{s.Pixel}_{s.Vector}"))));
        }

        if (!Bordered)
        {
            writer.Line($"float* q = {Text.At("x", corner - (height.PadBefore * row), ("row", height.Stride * row), (column, pixel), (n, 1))}, k = {weights};");
            new WindowLoops(height.Kernel, width.Kernel, height.Dilation * row, tap, TapPitch).Write(writer, Unroll, sums.Length, "q", "k", Tap);
            return;
        }

        string inputRow = height.Dilation == 1 ? "top + first" : $"top + first * {height.Dilation}";
        long rowWeights = (long)width.Kernel * TapPitch;
        writer.Line($"float* q = {Text.At("x", corner, (inputRow, row), (column, pixel), (n, 1))}, k = {Text.At(weights, 0, ("first", rowWeights))};");
        writer.Block($"for (int ky = first; ky < end; ky++, q += {Text.Literal(height.Dilation * row)}, k += {Text.Literal(rowWeights)})", () =>
            new WindowLoops(1, end - from, 0, tap, TapPitch).Write(writer, Unroll, sums.Length, "q", "k", Tap));
    }

    private static void Scope(SourceWriter writer, Action body) => writer.Line("{").Indented(body).Line("}");
}
