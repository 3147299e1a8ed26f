using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradients of a convolution's weights and bias over a whole batch. A thread owns the weights it computes and sums over all
/// samples in order, so the bits do not depend on the threads and nothing is added up afterwards.
/// </summary>
internal sealed record LaneConvWeightGradient(ConvGeometry Geometry, LaneView X, bool Bias) : Kernel
{
    public override string Name => $"LaneConvWeightGradient_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Height.In, Geometry.Width.In) + (Bias ? "" : "_NoBias");

    public override string Summary => $"Training, weight{(Bias ? " and bias" : "")} gradient: convolution {Geometry}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Geometry.Channels * Geometry.Groups, Geometry.Height.In, Geometry.Width.In, X),
        Words.Planes("dy", Geometry.Filters, Geometry.Height.Out, Geometry.Width.Out, Words.Plain(Geometry.Height.Out, Geometry.Width.Out)),
        $"dw: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter).",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods => Bias
        ? [Weights, new("Bias", "float* dy", "float* dbias", "int groups", "int groupFloats", "Worker worker")]
        : [Weights];

    private static KernelMethod Weights => new("Weights", "float* x", "float* dy", "float* dw", "int groups", "int groupFloats", "Worker worker");

    private bool OverColumns => Geometry.Width.Kernel > 1;

    private int RowVectors(Level level) => Geometry.Width.Out * level.CellVectors;

    public override IEnumerable<string> Explain(Level level)
    {
        (int taps, int outputs) = Tile(level);
        string tap = OverColumns ? "kernel column" : "channel";
        yield return $"Tile: {Words.Count(taps, tap)} x {Words.Count(outputs, "filter")} = {Words.Count(taps * outputs, "vector")}, named g<{(OverColumns ? "column" : "channel")}>_<filter>, summed over all samples and cells; lanes are added once, at the end.";
        yield return $"Order: channels, blocks of filters and kernel rows (an item of work is one of each), groups of samples, {Words.Count(Geometry.Height.Out, "row")}, {Words.Count(Geometry.Width.Out, "column")}.";
        yield return "Lanes without a sample bring a gradient of zero.";
        foreach (string remark in Words.Overhang(
            ("block of filters", Geometry.GroupFilters, outputs),
            OverColumns ? ("tile of kernel columns", Geometry.Width.Kernel, taps) : ("block of channels", Geometry.Channels, taps)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Bias")
        {
            WriteBias(writer, level);
            return;
        }

        (int taps, int outputs) = Tile(level);
        int channelTile = OverColumns ? 1 : taps;
        int filterBlocks = Text.Tiles(Geometry.GroupFilters, outputs) * Geometry.Groups, channelBlocks = Text.Tiles(Geometry.Channels, channelTile);
        int rows = Geometry.Height.Kernel;
        writer.Line($"Share share = worker.Share({rows * channelBlocks * filterBlocks});");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            string rest = rows == 1 ? "item" : $"item / {rows}";
            if (filterBlocks > 1)
            {
                writer.Line($"int block = {(channelBlocks == 1 ? rest : $"{rest} % {filterBlocks}")};");
            }

            string channelBlock = channelBlocks == 1 ? "0" : filterBlocks == 1 ? rest : $"{rest} / {filterBlocks}";
            string channel = Text.TileStart(channelTile == 1 ? channelBlock : $"({channelBlock})", Geometry.Channels, channelTile);
            writer.Line(rows == 1 ? $"int channel = {channel};" : $"int ky = item % {rows}, channel = {channel};");
            writer.Lines(filterBlocks > 1 ? LaneBlocks.Start(Geometry.Groups, Geometry.GroupFilters, outputs, "filter") : ["const int filter = 0; // one block holds all"]);
            bool overhang = OverColumns && taps < Geometry.Width.Kernel;
            (string columnLoop, string columnStart) = overhang ? Text.TileLoop("kx", Geometry.Width.Kernel, taps) : ("", "");
            writer.Loops([columnLoop], () =>
            {
                if (columnStart.Length > 0)
                {
                    writer.Line(columnStart);
                }

                WriteTile(writer, level, taps, outputs, Geometry.Groups > 1 ? "convGroup" : "", rows > 1 ? "ky" : "", overhang ? "kx" : "");
            });
        });
    }

    private void WriteTile(SourceWriter writer, Level level, int taps, int outputs, string convGroup, string ky, string kx)
    {
        long corner = -(((long)Geometry.Height.PadBefore * X.RowFloats) + (Geometry.Width.PadBefore * Level.CellFloats));
        int outPlane = Geometry.Height.Out * Geometry.Width.Out * Level.CellFloats;
        var sums = (from t in Enumerable.Range(0, taps) from j in Enumerable.Range(0, outputs) select (t, j)).ToArray();
        writer.Lines(Text.Declare("V", sums.Select(s => $"g{s.t}_{s.j} = V.Zero")));
        writer.Lines(Text.Declare("V", Text.Numbered("d", outputs).Prepend("v")));
        writer.Line($"float* input = {Text.At("x", corner, ("channel", X.PlaneFloats), (convGroup, (long)Geometry.Channels * X.PlaneFloats), (ky, (long)Geometry.Height.Dilation * X.RowFloats), (kx, (long)Geometry.Width.Dilation * Level.CellFloats))};");
        writer.Line($"float* gradient = {Text.At("dy", 0, ("filter", outPlane))};");
        writer.Block("for (int group = 0; group < groups; group++, input += groupFloats, gradient += groupFloats)", () =>
        {
            writer.Line("float* d = gradient;");
            writer.Block(Text.For("row", Geometry.Height.Out), () =>
            {
                writer.Line($"float* q = {Text.At("input", 0, ("row", (long)Geometry.Height.Stride * X.RowFloats))};");
                WriteRow(writer, level, taps, outputs, outPlane);
            });
        });
        long weight = OverColumns ? Geometry.TapFloats : Geometry.Filters;
        writer.Line($"float* target = {Text.At("dw", 0, (ky, (long)Geometry.Width.Kernel * Geometry.TapFloats), (kx, Geometry.TapFloats), ("channel", Geometry.Filters), ("filter", 1))};");
        writer.Lines(Text.Flow(sums.Select(s => $"target[{Text.Literal((s.t * weight) + s.j)}] = Sum(g{s.t}_{s.j});")));
    }

    private void WriteRow(SourceWriter writer, Level level, int taps, int outputs, int outPlane)
    {
        long step = OverColumns ? (long)Geometry.Width.Dilation * Level.CellFloats : X.PlaneFloats;
        void Body(int vectorOffset)
        {
            writer.Lines(Text.Flow(Enumerable.Range(0, outputs).Select(j => $"d{j} = {Text.Vector("d", ((long)j * outPlane) + vectorOffset)};")));
            for (int t = 0; t < taps; t++)
            {
                writer.Lines(Text.Flow(Enumerable.Range(0, outputs).Select(j => level.Fma("v", $"d{j}", $"g{t}_{j}")).Prepend($"v = {Text.Vector("q", (t * step) + vectorOffset)};")));
            }
        }

        if (Geometry.Width.Stride == 1)
        {
            writer.Block($"for (int n = 0; n < {RowVectors(level)}; n++, q += {level.Lanes}, d += {level.Lanes})", () => Body(0));
            return;
        }

        writer.Block($"for (int column = 0; column < {Geometry.Width.Out}; column++, q += {Geometry.Width.Stride * Level.CellFloats}, d += {Level.CellFloats})", () =>
        {
            for (int v = 0; v < level.CellVectors; v++)
            {
                Body(v * level.Lanes);
            }
        });
    }

    private void WriteBias(SourceWriter writer, Level level)
    {
        int plane = Geometry.Height.Out * Geometry.Width.Out * Level.CellFloats;
        writer.Line($"Share share = worker.Share({Geometry.Filters});");
        writer.Block("for (int filter = share.From; filter < share.To; filter++)", () =>
        {
            writer.Line("V even = V.Zero, odd = V.Zero;");
            writer.Line($"float* gradient = {Text.At("dy", 0, ("filter", plane))};");
            int vectors = plane / level.Lanes;
            writer.Line("for (int group = 0; group < groups; group++, gradient += groupFloats)");
            if (vectors == 1)
            {
                writer.Indented(() => writer.Line("even += *(V*)gradient;"));
            }
            else
            {
                writer.Line($"for (int n = 0; n < {Text.Literal(plane / (2 * level.Lanes) * 2 * level.Lanes)}; n += {2 * level.Lanes})");
                writer.Line("{");
                writer.Indented(() =>
                {
                    writer.Line("even += *(V*)(gradient + n);");
                    writer.Line($"odd += *(V*)(gradient + n + {level.Lanes});");
                });
                writer.Line("}");
                if (vectors % 2 == 1)
                {
                    writer.Line($"gradient = {Text.At("dy", plane - level.Lanes, ("filter", plane))};");
                    writer.Line("for (int group = 0; group < groups; group++, gradient += groupFloats)");
                    writer.Indented(() => writer.Line("even += *(V*)gradient;"));
                }
            }

            writer.Line("dbias[filter] = Sum(even + odd);");
        });
    }

    private (int Taps, int Outputs) Tile(Level level)
    {
        int accumulators = level.Accumulators;
        return TileChoice.Best(OverColumns ? Geometry.Width.Kernel : Geometry.Channels, 1, Geometry.GroupFilters, accumulators - 2);
    }
}
