using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Batch normalisation over all samples and cells of a batch with samples in the lanes, and its gradients (Ioffe and Szegedy 2015).</summary>
internal sealed record LaneBatchNorm(
    double Momentum, double Epsilon, ActivationSpec? Activation, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"LaneBatchNorm_{Height}x{Width}x{Channels}" + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width)
        + Setting("m", Momentum, 0.99) + Setting("e", Epsilon, 1e-3) + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Training: batch normalisation of {Height}x{Width}x{Channels}{(Activation is null ? "" : ", " + Activation.Kind)}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Height, Width, X),
        $"statistics: the batch's {Words.Count(Channels, "mean")}, then as many 1 / sqrt(variance + epsilon); averages: moving mean and variance.",
        $"Lanes beyond the samples are masked. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Statistics", "float* x", "float* statistics", "float* mean", "float* variance", "int samples", "int groups", "int groupFloats", "Worker worker"),
        Activation is null
            ? new("Forward", "float* x", "float* statistics", "float* gamma", "float* beta", "float* y", "int groups", "int groupFloats", "Worker worker")
            : new("Forward", "float* x", "float* statistics", "float* gamma", "float* beta", "float* y", "bool activate", "int groups", "int groupFloats", "Worker worker"),
        new("ParameterGradients", "float* x", "float* dy", "float* statistics", "float* dgamma", "float* dbeta", "int groups", "int groupFloats", "Worker worker"),
        new("InputGradient", "float* x", "float* dy", "float* statistics", "float* gamma", "float* dgamma", "float* dbeta", "float* dx", "int samples", "int groups", "int groupFloats", "Worker worker"),
    ];

    private int RowValues => Width * Level.CellFloats;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "channel")}, groups, {Words.Count(Height, "row")}, vectors of a row. Rows are summed in vectors, their sums in double.";
        yield return "Input gradient: dx = gamma * r * (dy - mean(dy) - xhat * mean(dy * xhat)) with r = 1 / sqrt(variance + epsilon).";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        switch (method.Name)
        {
            case "Statistics":
                WriteStatistics(writer, level);
                break;
            case "Forward":
                WriteForward(writer, level);
                break;
            case "ParameterGradients":
                WriteParameterGradients(writer, level);
                break;
            default:
                WriteInputGradient(writer, level);
                break;
        }
    }

    private static string Setting(string letter, double value, double standard) =>
        value == standard ? "" : $"_{letter}{new ActivationSpec("", value).Identifier}";

    private void WriteStatistics(SourceWriter writer, Level level) => Channelwise(writer, () =>
    {
        writer.Line($"double count = (double)samples * {Text.Literal(Height * Width)}, total = 0, squares = 0;");
        Rows(writer, level, "total", Mask, (at, lane) => $"{Text.Vector("input", 0, at)} & {Text.Vector("mask", 0, (lane, 1))}");
        writer.Line("double average = total / count;");
        writer.Line("V center = Create((float)average), d;");
        Rows(writer, level, "squares", Mask, (at, lane) => "d * d", (at, lane) => $"d = ({Text.Vector("input", 0, at)} - center) & {Text.Vector("mask", 0, (lane, 1))};");
        writer.Line("double spread = squares / count;");
        writer.Line("statistics[channel] = (float)average;");
        writer.Line($"statistics[channel + {Channels}] = (float)(1 / Math.Sqrt(spread + {Text.Double(Epsilon)}));");
        writer.Line($"mean[channel] = (float)(mean[channel] * {Text.Double(Momentum)} + average * {Text.Double(1 - Momentum)});");
        writer.Line($"variance[channel] = (float)(variance[channel] * {Text.Double(Momentum)} + spread * {Text.Double(1 - Momentum)});");
    });

    private void WriteForward(SourceWriter writer, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        writer.Line($"V scale = Create(gamma[channel] * statistics[channel + {Channels}]), center = Create(statistics[channel]), shift = Create(beta[channel]);");
        writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("channel", Y.PlaneFloats))};");
        writer.Loops([Text.For("row", Height), Text.For("n", RowValues, level.Lanes)], () =>
        {
            writer.Line($"V result = {level.MultiplyAdd}({Text.Vector("input", 0, ("row", X.RowFloats), ("n", 1))} - center, scale, shift);");
            string value = Activation is null ? "result" : $"activate ? {Activation.Apply("result")} : result";
            writer.Line($"{Text.Vector("output", 0, ("row", Y.RowFloats), ("n", 1))} = {value};");
        });
    });

    // Gradients of lanes without a sample are zero, so nothing needs a mask.
    private void WriteParameterGradients(SourceWriter writer, Level level) => Channelwise(writer, () =>
    {
        writer.Line("double total = 0, products = 0;");
        writer.Line("V center = Create(statistics[channel]);");
        (string, long)[] plain = [("row", RowValues), ("n", 1)];
        string gradient = Gradient("dy", "group");
        Rows(writer, level, "total", gradient, (at, lane) => Text.Vector("gradient", 0, plain), input: false);
        Rows(writer, level, "products", gradient, (at, lane) => $"({Text.Vector("input", 0, at)} - center) * {Text.Vector("gradient", 0, plain)}");
        writer.Line($"dgamma[channel] = (float)(products * statistics[channel + {Channels}]);");
        writer.Line("dbeta[channel] = (float)total;");
    });

    private void WriteInputGradient(SourceWriter writer, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        writer.Line($"float share1 = 1f / ((float)samples * {Text.Literal(Height * Width)}), inverse = statistics[channel + {Channels}];");
        writer.Line("V scale = Create(gamma[channel] * inverse), center = Create(statistics[channel]);");
        writer.Line("V slope = Create(dgamma[channel] * share1 * inverse), level = Create(dbeta[channel] * share1);");
        writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        writer.Line(Gradient("dy", group));
        writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", (long)Height * RowValues))};");
        writer.Line($"float* mask = LaneMask.Of(samples - {group} * {Level.CellFloats});");
        writer.Loops([Text.For("row", Height), Text.For("n", RowValues, level.Lanes)], () =>
        {
            (string, long)[] plain = [("row", RowValues), ("n", 1)];
            writer.Line($"V rest = {Text.Vector("gradient", 0, plain)} - level - ({Text.Vector("input", 0, ("row", X.RowFloats), ("n", 1))} - center) * slope;");
            writer.Line($"{Text.Vector("target", 0, plain)} = rest * scale & {Text.Vector("mask", 0, (Lane(level), 1))};");
        });
    });

    private static string Mask => $"float* mask = LaneMask.Of(samples - group * {Level.CellFloats});";

    private string Gradient(string pointer, string group) =>
        $"float* gradient = {Text.At($"{pointer} + (nint){group} * groupFloats", 0, ("channel", (long)Height * RowValues))};";

    private static string Lane(Level level) => level.CellVectors == 1 ? "" : $"(n % {Level.CellFloats})";

    private void Channelwise(SourceWriter writer, Action body)
    {
        writer.Line($"Share share = worker.Share({Channels});");
        writer.Block("for (int channel = share.From; channel < share.To; channel++)", body);
    }

    private void Rows(
        SourceWriter writer, Level level, string total, string pointer, Func<(string, long)[], string, string> value,
        Func<(string, long)[], string, string>? before = null, bool input = true) => writer.Block("for (int group = 0; group < groups; group++)", () =>
    {
        if (input)
        {
            writer.Line($"float* input = {Text.At("x + (nint)group * groupFloats", 0, ("channel", X.PlaneFloats))};");
        }

        writer.Line(pointer);
        writer.Block(Text.For("row", Height), () =>
        {
            writer.Line("V sum = V.Zero;");
            writer.Block(Text.For("n", RowValues, level.Lanes), () =>
            {
                (string, long)[] at = [("row", X.RowFloats), ("n", 1)];
                if (before is not null)
                {
                    writer.Line(before(at, Lane(level)));
                }

                writer.Line($"sum += {value(at, Lane(level))};");
            });
            writer.Line($"{total} += Sum(sum);");
        });
    });
}
