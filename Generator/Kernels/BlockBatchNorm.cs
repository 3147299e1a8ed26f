using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Batch normalisation over all samples and cells of a batch with 16 channels in the lanes, and its gradients (Ioffe and Szegedy 2015).
/// The time is that of reading and writing memory, so that literal sizes would gain nothing: layers of all sizes share this kernel.
/// </summary>
internal sealed record BlockBatchNorm(double Momentum, double Epsilon, ActivationSpec? Activation) : Kernel
{
    private const string Planes = "in CellPlanes planes";

    private const string Input = "float* input = x + (nint)group * groupFloats + (nint)block * planes.InputPlane;";

    private const string Gradient = "float* gradient = dy + (nint)group * groupFloats + (nint)block * planes.Rows * planes.RowFloats;";

    private const string NextInput = "input += planes.InputRow", NextGradient = "gradient += planes.RowFloats";

    public override string Name => "Block" + new LaneBatchNorm(Momentum, Epsilon, Activation).Name.Substring("Lane".Length);

    public override string Summary =>
        $"Training: batch normalisation{(Activation is null ? "" : ", " + Activation.Kind)}, 16 channels in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x, dx: planes of cells, one for 16 channels; sizes and distances are in planes: the time is that of memory, so layers share the kernel.",
        "statistics: the batch's means, then as many 1 / sqrt(variance + epsilon); mean, variance: the moving averages.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods => new LaneBatchNorm(Momentum, Epsilon, Activation).Methods;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: blocks of channels, samples, rows, cells. Rows are summed in vectors, their sums in double.";
        yield return "Input gradient: dx = gamma * r * (dy - mean(dy) - xhat * mean(dy * xhat)) with r = 1 / sqrt(variance + epsilon).";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        switch (method.Name)
        {
            case "Statistics":
                Blockwise(writer, () => WriteStatistics(writer, level));
                break;
            case "Forward":
                Planewise(writer, () => WriteForward(writer, level));
                break;
            case "ParameterGradients":
                Blockwise(writer, () => WriteParameterGradients(writer, level));
                break;
            default:
                Planewise(writer, () => WriteInputGradient(writer, level));
                break;
        }
    }

    private void WriteStatistics(SourceWriter writer, Level level)
    {
        BlockSums.Declare(writer, level, "total");
        BlockSums.Declare(writer, level, "square");
        BlockSums.Write(writer, level, "total", [Input], [NextInput], (at, _) => $"*(V*)&input[{at}]");
        BlockSums.Store(writer, level, "total", "sums");
        writer.Line("double count = (double)samples * planes.Cells;");
        writer.Line("for (int lane = 0; lane < 16; lane++) statistics[channel + lane] = (float)(sums[lane] / count);");
        writer.Lines(Text.Declare("V", Vectors(level, n => $"center{n} = {Text.Vector("statistics", n * level.Lanes, ("channel", 1))}").Append("d")));
        BlockSums.Write(writer, level, "square", [Input], [NextInput], (at, n) => $"(d = *(V*)&input[{at}] - center{n}) * d");
        BlockSums.Store(writer, level, "square", "sums");
        writer.Block("for (int lane = 0; lane < 16; lane++)", () =>
        {
            writer.Line("double spread = sums[lane] / count;");
            writer.Line($"statistics[planes.Channels + channel + lane] = (float)(1 / Math.Sqrt(spread + {Text.Double(Epsilon)}));");
            writer.Line($"mean[channel + lane] = (float)(mean[channel + lane] * {Text.Double(Momentum)} + statistics[channel + lane] * {Text.Double(1 - Momentum)});");
            writer.Line($"variance[channel + lane] = (float)(variance[channel + lane] * {Text.Double(Momentum)} + spread * {Text.Double(1 - Momentum)});");
        });
    }

    private void WriteForward(SourceWriter writer, Level level)
    {
        writer.Lines(Text.Declare("V", Vectors(level, n =>
            $"scale{n} = {At("gamma", level, n)} * {At("statistics + planes.Channels", level, n)}, center{n} = {At("statistics", level, n)}, shift{n} = {At("beta", level, n)}").Append("result")));
        writer.Line(Input);
        writer.Line("float* output = y + (nint)group * groupFloats + (nint)block * planes.OutputPlane;");
        writer.Loops([$"for (int row = 0; row < planes.Rows; row++, {NextInput}, output += planes.OutputRow)", Cells], () => writer.Lines(Vectors(level, n =>
            $"result = {level.MultiplyAdd}(*(V*)&input[{Lane(level, n)}] - center{n}, scale{n}, shift{n}); *(V*)&output[{Lane(level, n)}] = {(Activation is null ? "result" : $"activate ? {Activation.Apply("result")} : result")};")));
    }

    private static void WriteParameterGradients(SourceWriter writer, Level level)
    {
        BlockSums.Declare(writer, level, "total");
        BlockSums.Declare(writer, level, "product");
        writer.Lines(Text.Declare("V", Vectors(level, n => $"center{n} = {At("statistics", level, n)}")));
        BlockSums.Write(writer, level, "total", [Gradient], [NextGradient], (at, _) => $"*(V*)&gradient[{at}]");
        BlockSums.Write(writer, level, "product", [Input, Gradient], [NextInput, NextGradient], (at, n) => $"(*(V*)&input[{at}] - center{n}) * *(V*)&gradient[{at}]");
        BlockSums.Store(writer, level, "product", "sums");
        writer.Line("for (int lane = 0; lane < 16; lane++) dgamma[channel + lane] = (float)(sums[lane] * statistics[planes.Channels + channel + lane]);");
        BlockSums.Store(writer, level, "total", "sums");
        writer.Line("for (int lane = 0; lane < 16; lane++) dbeta[channel + lane] = (float)sums[lane];");
    }

    private static void WriteInputGradient(SourceWriter writer, Level level)
    {
        writer.Line("V share1 = Create(1f / ((float)samples * planes.Cells)), rest;");
        writer.Lines(Text.Declare("V", Vectors(level, n => $"inverse{n} = {At("statistics + planes.Channels", level, n)}, center{n} = {At("statistics", level, n)}")));
        writer.Lines(Text.Declare("V", Vectors(level, n =>
            $"scale{n} = {At("gamma", level, n)} * inverse{n}, slope{n} = {At("dgamma", level, n)} * share1 * inverse{n}, level{n} = {At("dbeta", level, n)} * share1")));
        writer.Lines([Input, Gradient, Gradient.Replace("gradient", "target").Replace("dy", "dx")]);
        writer.Loops([$"for (int row = 0; row < planes.Rows; row++, {NextInput}, {NextGradient}, target += planes.RowFloats)", Cells], () => writer.Lines(Vectors(level, n =>
            $"rest = *(V*)&gradient[{Lane(level, n)}] - level{n} - (*(V*)&input[{Lane(level, n)}] - center{n}) * slope{n}; *(V*)&target[{Lane(level, n)}] = rest * scale{n};")));
    }

    private static string Cells => $"for (int n = 0; n < planes.RowFloats; n += {Level.CellFloats})";

    private static IEnumerable<string> Vectors(Level level, Func<int, string> text) => Enumerable.Range(0, level.CellVectors).Select(text);

    private static string Lane(Level level, int n) => n == 0 ? "n" : $"n + {n * level.Lanes}";

    private static string At(string pointer, Level level, int n) => $"*(V*)({Text.At($"{pointer} + channel", n * level.Lanes)})";

    private static void Blockwise(SourceWriter writer, Action body)
    {
        writer.Line("double* sums = stackalloc double[16];");
        writer.Line("Share share = worker.Share(planes.Channels / 16);");
        writer.Block("for (int block = share.From; block < share.To; block++)", () =>
        {
            writer.Line("int channel = block * 16;");
            body();
        });
    }

    private static void Planewise(SourceWriter writer, Action body)
    {
        writer.Line("int blocks = planes.Channels / 16;");
        writer.Line("Share share = worker.Share(groups * blocks);");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line("int group = item / blocks, block = item % blocks, channel = block * 16;");
            body();
        });
    }
}
