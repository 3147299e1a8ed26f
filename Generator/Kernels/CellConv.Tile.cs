using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// A tile's text: running sums, taps, stores.
internal sealed partial record CellConv
{
    /// <summary>Writes the running sums of a tile, started from the bias.</summary>
    internal void WriteSums(SourceWriter writer, Level level, int pixels, int vectors, string filter, int firstFilter)
    {
        for (int n = 0; n < vectors; n++)
        {
            string start = Bias ? Text.Vector("bias", firstFilter + (n * level.Lanes), (filter, 1)) : "V.Zero";
            int vector = n;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, pixels).Select(p => $"y{p}_{vector} = {(p == 0 ? start : $"y0_{vector}")}")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
    }

    /// <summary>Writes the multiply-adds of one tap.</summary>
    internal void WriteTap(SourceWriter writer, Level level, int pixels, int vectors, string q, long qo, string k, long ko)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector(k, ko + (n * level.Lanes))};")));
        writer.Lines(Text.Flow(Enumerable.Range(0, pixels).Select(p =>
            $"v = Create({(Flat(level) ? FlatCells.Value(q, qo, p) : $"{q}[{Text.Literal(qo + ((long)p * Geometry.Width.Stride * CellFloats))}]")}); "
            + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
    }

    /// <summary>Writes the end of a tile: activation, then as many lanes as there are filters.</summary>
    internal void WriteStores(SourceWriter writer, Level level, int pixels, int vectors)
    {
        var sums = (from p in Enumerable.Range(0, pixels) from n in Enumerable.Range(0, vectors) select (p, n)).ToArray();
        int real = Math.Min(vectors * level.Lanes, Geometry.GroupFilters);
        if (Activation is { InRegisters: false })
        {
            writer.Lines(Text.Flow(sums.Select((s, at) => $"sums[{at}] = y{s.p}_{s.n};")));
            string addend = Residual is { } added ? $", addend += {added.CellPitch}" : "";
            writer.Block($"for (int p = 0; p < {pixels}; p++, target += {Y.CellPitch}{addend})", () =>
            {
                for (int n = 0; n < vectors; n++)
                {
                    string sum = vectors == 1 ? "sums[p]" : $"sums[p * {vectors}{(n == 0 ? "" : $" + {n}")}]";
                    writer.Line($"v = {Activation.Apply(Residual is null ? sum : $"({sum} + {Text.Vector("addend", n * level.Lanes)})")};");
                    writer.Lines(Text.Flow(Tail.Store(level, "target", n * level.Lanes, "v", real - (n * level.Lanes))));
                }
            });
            return;
        }

        if (Residual is { } view)
        {
            writer.Lines(Text.Flow(sums.Select(s =>
                $"y{s.p}_{s.n} += {(Flat(level) ? Text.Vector($"addend{s.p}", s.n * level.Lanes) : Text.Vector("addend", ((long)s.p * view.CellPitch) + (s.n * level.Lanes)))};")));
        }

        if (Activation is not null)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"y{s.p}_{s.n} = {Activation.Apply($"y{s.p}_{s.n}")};")));
        }

        writer.Lines(Text.Flow(sums.SelectMany(s => Flat(level)
            ? Tail.Store(level, $"target{s.p}", s.n * level.Lanes, $"y{s.p}_{s.n}", real - (s.n * level.Lanes))
            : Tail.Store(level, "target", ((long)s.p * Y.CellPitch) + (s.n * level.Lanes), $"y{s.p}_{s.n}", real - (s.n * level.Lanes)))));
    }

    private void WriteTile(SourceWriter writer, Level level, int pixels, int vectors, string filter, string block, string target)
    {
        if (Prefetches)
        {
            int floats = Math.Min(vectors * level.Lanes, Geometry.GroupFilters);
            writer.Lines(target.Length > 0
                ? Prefetching.Lines(target, pixels, Y.CellPitch, floats)
                : Prefetching.Lines(Enumerable.Range(0, pixels).Select(p => $"target{p}"), floats));
        }

        WriteSums(writer, level, pixels, vectors, filter, 0);
        writer.Line($"float* k = {Text.At("packed", 0, (block, BlockFloats(level)))};");
        WriteTaps(writer, level, pixels, vectors);
        WriteStores(writer, level, pixels, vectors);
    }

    private void WriteTaps(SourceWriter writer, Level level, int pixels, int vectors)
    {
        long row = (long)Geometry.Height.Dilation * XRow * CellFloats;
        int width = vectors * level.Lanes;
        void Tap(string q, long qo, string k, long ko) => WriteTap(writer, level, pixels, vectors, q, qo, k, ko);
        if (Contiguous)
        {
            new WindowLoops(Geometry.Height.Kernel, Geometry.Width.Kernel * Geometry.Channels, row, 1, width)
                .Write(writer, Unroll, pixels * vectors, "q", "k", Tap);
            return;
        }

        var perRow = new WindowLoops(Geometry.Width.Kernel, Geometry.Channels, (long)Geometry.Width.Dilation * CellFloats, 1, width);
        if (Geometry.Height.Kernel == 1)
        {
            perRow.Write(writer, Unroll, pixels * vectors, "q", "k", Tap);
            return;
        }

        writer.Block($"for (int kernelRow = 0; kernelRow < {Geometry.Height.Kernel}; kernelRow++, q += {Text.Literal(row)}, k += {Text.Literal((long)Geometry.Width.Kernel * Geometry.Channels * width)})", () =>
            perRow.Write(writer, Unroll, pixels * vectors, "q", "k", Tap));
    }
}
