using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Batch normalisation over all samples and cells of a batch with samples in the lanes, and its gradients (Ioffe and Szegedy 2015).
/// The time is that of reading and writing memory, so that literal sizes would gain nothing: layers of all sizes share this kernel.
/// </summary>
internal sealed record LaneBatchNorm(double Momentum, double Epsilon, ActivationSpec? Activation) : Kernel
{
    private const string Planes = "in CellPlanes planes";

    private const string Input = "float* input = x + (nint)group * groupFloats + (nint)channel * planes.InputPlane;";

    private const string Gradient = "float* gradient = dy + (nint)group * groupFloats + (nint)channel * planes.Rows * planes.RowFloats;";

    public override string Name =>
        "LaneBatchNorm" + Setting("m", Momentum, 0.99) + Setting("e", Epsilon, 1e-3) + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Training: batch normalisation{(Activation is null ? "" : ", " + Activation.Kind)}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x, dx: planes of cells, one for each channel; sizes and distances are in planes: the time is that of memory, so layers share the kernel.",
        "statistics: the batch's means, then as many 1 / sqrt(variance + epsilon); mean, variance: the moving averages.",
        $"Lanes beyond the samples are masked. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Statistics", "float* x", "float* statistics", "float* mean", "float* variance", Planes, "int samples", "int groups", "int groupFloats", "Worker worker"),
        Activation is null
            ? new("Forward", "float* x", "float* statistics", "float* gamma", "float* beta", "float* y", Planes, "int groups", "int groupFloats", "Worker worker")
            : new("Forward", "float* x", "float* statistics", "float* gamma", "float* beta", "float* y", Planes, "bool activate", "int groups", "int groupFloats", "Worker worker"),
        new("ParameterGradients", "float* x", "float* dy", "float* statistics", "float* dgamma", "float* dbeta", Planes, "int groups", "int groupFloats", "Worker worker"),
        new("InputGradient", "float* x", "float* dy", "float* statistics", "float* gamma", "float* dgamma", "float* dbeta", "float* dx", Planes, "int samples", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: channels, groups, rows, vectors of a row. Rows are summed in vectors, their sums in double.";
        yield return "Input gradient: dx = gamma * r * (dy - mean(dy) - xhat * mean(dy * xhat)) with r = 1 / sqrt(variance + epsilon).";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        switch (method.Name)
        {
            case "Statistics":
                Channelwise(writer, () => WriteStatistics(writer, level));
                break;
            case "Forward":
                Planewise(writer, () => WriteForward(writer, level));
                break;
            case "ParameterGradients":
                Channelwise(writer, () => WriteParameterGradients(writer, level));
                break;
            default:
                Planewise(writer, () => WriteInputGradient(writer, level));
                break;
        }
    }

    private static string Setting(string letter, double value, double standard) =>
        value == standard ? "" : $"_{letter}{new ActivationSpec("", value).Identifier}";

    private void WriteStatistics(SourceWriter writer, Level level)
    {
        writer.Line("double count = (double)samples * planes.Cells, total = 0, squares = 0;");
        Sum(writer, level, "total", [Input, Mask], $"*(V*)&input[n] & {Masked(level)}");
        writer.Line("double average = total / count;");
        writer.Line("V center = Create((float)average), d;");
        Sum(writer, level, "squares", [Input, Mask], "d * d", $"d = (*(V*)&input[n] - center) & {Masked(level)};");
        writer.Line("double spread = squares / count;");
        writer.Line("statistics[channel] = (float)average;");
        writer.Line($"statistics[channel + planes.Channels] = (float)(1 / Math.Sqrt(spread + {Text.Double(Epsilon)}));");
        writer.Line($"mean[channel] = (float)(mean[channel] * {Text.Double(Momentum)} + average * {Text.Double(1 - Momentum)});");
        writer.Line($"variance[channel] = (float)(variance[channel] * {Text.Double(Momentum)} + spread * {Text.Double(1 - Momentum)});");
    }

    private void WriteForward(SourceWriter writer, Level level)
    {
        writer.Line("V scale = Create(gamma[channel] * statistics[channel + planes.Channels]), center = Create(statistics[channel]), shift = Create(beta[channel]);");
        writer.Line(Input);
        writer.Line("float* output = y + (nint)group * groupFloats + (nint)channel * planes.OutputPlane;");
        writer.Block("for (int row = 0; row < planes.Rows; row++, input += planes.InputRow, output += planes.OutputRow)", () =>
            writer.Block(Vectors(level), () =>
            {
                writer.Line($"V result = {level.MultiplyAdd}(*(V*)&input[n] - center, scale, shift);");
                writer.Line($"*(V*)&output[n] = {(Activation is null ? "result" : $"activate ? {Activation.Apply("result")} : result")};");
            }));
    }

    // Gradients of lanes without a sample are zero, so nothing needs a mask.
    private static void WriteParameterGradients(SourceWriter writer, Level level)
    {
        writer.Line("double total = 0, products = 0;");
        writer.Line("V center = Create(statistics[channel]);");
        Sum(writer, level, "total", [Gradient], "*(V*)&gradient[n]");
        Sum(writer, level, "products", [Input, Gradient], "(*(V*)&input[n] - center) * *(V*)&gradient[n]");
        writer.Line("dgamma[channel] = (float)(products * statistics[channel + planes.Channels]);");
        writer.Line("dbeta[channel] = (float)total;");
    }

    private static void WriteInputGradient(SourceWriter writer, Level level)
    {
        writer.Line("float share1 = 1f / ((float)samples * planes.Cells), inverse = statistics[channel + planes.Channels];");
        writer.Line("V scale = Create(gamma[channel] * inverse), center = Create(statistics[channel]);");
        writer.Line("V slope = Create(dgamma[channel] * share1 * inverse), level = Create(dbeta[channel] * share1);");
        writer.Lines([Input, Gradient, Gradient.Replace("gradient", "target").Replace("dy", "dx"), Mask]);
        writer.Block("for (int row = 0; row < planes.Rows; row++, input += planes.InputRow, gradient += planes.RowFloats, target += planes.RowFloats)", () =>
            writer.Block(Vectors(level), () =>
            {
                writer.Line("V rest = *(V*)&gradient[n] - level - (*(V*)&input[n] - center) * slope;");
                writer.Line($"*(V*)&target[n] = rest * scale & {Masked(level)};");
            }));
    }

    private static string Mask => $"float* mask = LaneMask.Of(samples - group * {Level.CellFloats});";

    private static string Masked(Level level) => level.CellVectors == 1 ? "*(V*)mask" : $"*(V*)&mask[n % {Level.CellFloats}]";

    private static string Vectors(Level level) => $"for (int n = 0; n < planes.RowFloats; n += {level.Lanes})";

    private static void Channelwise(SourceWriter writer, Action body)
    {
        writer.Line("Share share = worker.Share(planes.Channels);");
        writer.Block("for (int channel = share.From; channel < share.To; channel++)", body);
    }

    private static void Planewise(SourceWriter writer, Action body)
    {
        writer.Line("Share share = worker.Share(groups * planes.Channels);");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line("int group = item / planes.Channels, channel = item % planes.Channels;");
            body();
        });
    }

    private static void Sum(SourceWriter writer, Level level, string total, string[] pointers, string value, string? before = null) =>
        writer.Block("for (int group = 0; group < groups; group++)", () =>
        {
            writer.Lines(pointers);
            string[] steps = ["row++", .. pointers.Contains(Input) ? ["input += planes.InputRow"] : Array.Empty<string>(), .. pointers.Contains(Gradient) ? ["gradient += planes.RowFloats"] : Array.Empty<string>()];
            writer.Block($"for (int row = 0; row < planes.Rows; {string.Join(", ", steps)})", () =>
            {
                writer.Line("V sum = V.Zero;");
                writer.Block(Vectors(level), () =>
                {
                    if (before is not null)
                    {
                        writer.Line(before);
                    }

                    writer.Line($"sum += {value};");
                });
                writer.Line($"{total} += Sum(sum);");
            });
        });
}
