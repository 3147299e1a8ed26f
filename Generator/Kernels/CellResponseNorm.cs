using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Local response normalisation of one sample, channels in the lanes.</summary>
internal sealed record CellResponseNorm(ResponsePower Power, int Height, int Width, int Channels, int XRow, CellView Y) : Kernel
{
    // What may stand on the stack of any thread.
    private const int LargestBuffer = 16_384;

    public override string Name => $"ResponseNorm{Power.Identifier}_{Height}x{Width}x{Channels}"
        + (XRow == Width ? "" : $"_x{XRow}") + Y.Suffix("y", Width, Channels);

    public override string Summary => $"Inference: {Power.Formula}, {Height}x{Width}x{Channels}, one sample.";

    public override string Choice => Buffered ? "channels in the lanes" : "channels one by one";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    private bool Buffered => Channels + (2 * Power.Radius) + Level.CellFloats <= LargestBuffer;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return Buffered
            ? "Order: rows, cells; the squares of a cell between zeros, so that no window looks into another cell, then vectors of channels."
            : "Order: rows, cells, channels one by one: too many for a buffer of their squares on the stack.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int floats = Channels + (2 * Power.Radius) + level.Lanes;
        if (Buffered)
        {
            writer.Line($"float* squares = stackalloc float[{Text.Literal(floats)}], middle = {Text.At("squares", Power.Radius)};");
            writer.Line($"new Span<float>(squares, {Text.Literal(floats)}).Clear();");
        }

        writer.Loops([$"foreach (Share share in worker.Shares({Height}))", "for (int row = share.From; row < share.To; row++)", Text.For("column", Width)], () =>
        {
            writer.Line($"float* cell = {Text.At("x", 0, ("row", (long)XRow * Channels), ("column", Channels))};");
            if (Buffered)
            {
                WriteVectors(writer, level);
            }
            else
            {
                WriteScalars(writer);
            }
        });
    }

    private void WriteVectors(SourceWriter writer, Level level)
    {
        writer.Line("V result;");
        CellVectors.Write(writer, level, Channels, (n, store) =>
        {
            writer.Line($"result = {Text.Vector("cell", 0, (n, 1))};");
            writer.Line("result *= result;");
            store("middle", [(n, 1)]);
        });
        CellVectors.Write(writer, level, Channels, (n, store) =>
        {
            writer.Line($"V sum = {Text.Vector("squares", 0, (n, 1))};");
            if (Power.Window <= 64)
            {
                writer.Lines(Text.Flow(Enumerable.Range(1, Power.Window - 1).Select(j => $"sum += {Text.Vector("squares", j, (n, 1))};")));
            }
            else
            {
                writer.Line($"{Text.For("j", Power.Window, start: 1)} sum += {Text.Vector("squares", 0, (n, 1), ("j", 1))};");
            }

            writer.Line(Power.Energy(level));
            writer.Line($"result = {Power.Divide(Text.Vector("cell", 0, (n, 1)))};");
            store("y", [("row", Y.RowFloats), ("column", Y.CellPitch), (n, 1)]);
        });
    }

    private void WriteScalars(SourceWriter writer) => writer.Block(Text.For("channel", Channels), () =>
    {
        writer.Line($"int end = Math.Min({Channels}, channel + {Power.Radius + 1});");
        writer.Line("float sum = 0;");
        writer.Line($"for (int j = Math.Max(0, channel - {Power.Radius}); j < end; j++) sum += cell[j] * cell[j];");
        string energy = $"{Text.Float(Power.Bias)} + {Text.Float(Power.Alpha)} * sum";
        writer.Line($"*({Text.At("y", 0, ("row", Y.RowFloats), ("column", Y.CellPitch), ("channel", 1))}) = cell[channel] * MathF.Pow({energy}, {Text.Float(-Power.Beta)});");
    });
}
