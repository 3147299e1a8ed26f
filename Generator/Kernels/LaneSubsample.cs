using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Trainable subsampling of a batch with samples in the lanes, and its gradients.</summary>
/// <param name="Height">The window's rows.</param>
/// <param name="Width">The window's columns.</param>
/// <param name="Channels">Planes.</param>
/// <param name="X">How the input stands.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Activation">The activation applied to the output.</param>
/// <param name="Before">The activation whose derivative the input's gradient is multiplied with.</param>
internal sealed record LaneSubsample(
    Axis Height, Axis Width, int Channels, LaneView X, LaneView Y, ActivationSpec? Activation, ActivationSpec? Before) : Kernel
{
    private static readonly string[] Common = ["int groups", "int groupFloats", "Worker worker"];

    public override string Name => $"LaneSubsample_{Height.Kernel}x{Width.Kernel}_{Height.In}x{Width.In}x{Channels}"
        + X.Suffix("x", Height.In, Width.In) + Y.Suffix("y", Height.Out, Width.Out)
        + (Activation is null ? "" : "_" + Activation.Identifier) + (Before is null ? "" : "_of" + Before.Identifier);

    public override string Summary =>
        $"Training: sums over {Height.Kernel}x{Width.Kernel} of {Height.In}x{Width.In}x{Channels} times a coefficient plus a bias{(Activation is null ? "" : ", " + Activation.Kind)}{(Before is null ? "" : $"; backward times the derivative of the {Before.Kind} before it")}.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Height.In, Width.In, X),
        Words.Planes("y", Channels, Height.Out, Width.Out, Y),
        $"dy and dx have no border; one coefficient and one bias a plane. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", ["float* x", "float* coefficient", "float* bias", "float* y", .. Activation is null ? Array.Empty<string>() : ["bool activate"], .. Common]),
        new("ParameterGradients", ["float* x", "float* dy", "float* dcoefficient", "float* dbias", .. Common]),
        new("InputGradient", ["float* dy", "float* coefficient", .. Before is null ? Array.Empty<string>() : ["float* x"], "float* dx", .. Common]),
    ];

    private int Plane => Height.In * Width.In * Level.CellFloats;

    private int OutPlane => Height.Out * Width.Out * Level.CellFloats;

    private bool Covers => Height.Out * Height.Kernel == Height.In && Width.Out * Width.Kernel == Width.In;

    /// <summary>Whether a window is small enough to be written out.</summary>
    public static bool IsWritten(Axis height, Axis width) => height.Kernel * width.Kernel <= 64;

    /// <summary>Writes the sum over the window whose first cell <c>q</c> points at.</summary>
    public static void WriteSum(SourceWriter writer, Axis height, Axis width, long rowFloats, long cellFloats)
    {
        if (!IsWritten(height, width))
        {
            writer.Line("V sum = V.Zero;");
            writer.Line(Text.For("ky", height.Kernel)).Line(Text.For("kx", width.Kernel));
            writer.Indented(() => writer.Line($"sum += {Text.Vector("q", 0, ("ky", rowFloats), ("kx", cellFloats))};"));
            return;
        }

        string[] cells = [.. from ky in Enumerable.Range(0, height.Kernel)
                             from kx in Enumerable.Range(0, width.Kernel)
                             select Text.Vector("q", (ky * rowFloats) + (kx * cellFloats))];
        writer.Line($"V sum = {cells[0]};");
        writer.Lines(Text.Flow(cells.Skip(1).Select(cell => $"sum += {cell};")));
    }

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "channel")}, {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}" + (IsWritten(Height, Width) ? ", the window written out." : ", the window's cells.");
        yield return "ParameterGradients: a thread owns whole channels and sums over all samples.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "ParameterGradients")
        {
            WriteParameterGradients(writer, level);
            return;
        }

        LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
        {
            writer.Line("V factor = Create(coefficient[channel]);");
            if (method.Name == "Forward")
            {
                WriteForward(writer, level, group);
            }
            else
            {
                WriteInputGradient(writer, level, group);
            }
        });
    }

    private void WriteForward(SourceWriter writer, Level level, string group)
    {
        writer.Line("V summand = Create(bias[channel]);");
        writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("channel", Y.PlaneFloats))};");
        Windows(writer, level, lane =>
        {
            WriteWindow(writer, lane);
            writer.Line($"V result = {level.MultiplyAdd}(sum, factor, summand);");
            string target = Text.Vector("output", 0, ("row", Y.RowFloats), ("column", Level.CellFloats), (lane, 1));
            writer.Line($"{target} = {(Activation is null ? "result" : $"activate ? {Activation.Apply("result")} : result")};");
        });
    }

    private void WriteParameterGradients(SourceWriter writer, Level level)
    {
        writer.Line($"Share share = worker.Share({Channels});");
        writer.Block("for (int channel = share.From; channel < share.To; channel++)", () =>
        {
            writer.Line("V product = V.Zero, total = V.Zero;");
            writer.Line($"float* input = {Text.At("x", 0, ("channel", X.PlaneFloats))};");
            writer.Line($"float* gradient = {Text.At("dy", 0, ("channel", OutPlane))};");
            writer.Block("for (int group = 0; group < groups; group++, input += groupFloats, gradient += groupFloats)", () => Windows(writer, level, lane =>
            {
                WriteWindow(writer, lane);
                writer.Line($"V g = {Gradient(lane)};");
                writer.Line(level.Fma("sum", "g", "product"));
                writer.Line("total += g;");
            }));
            writer.Line("dcoefficient[channel] = Sum(product);");
            writer.Line("dbias[channel] = Sum(total);");
        });
    }

    private void WriteInputGradient(SourceWriter writer, Level level, string group)
    {
        if (Before is not null)
        {
            writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        }

        writer.Line($"float* gradient = {Text.At($"dy + (nint){group} * groupFloats", 0, ("channel", OutPlane))};");
        writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", Plane))};");
        if (!Covers)
        {
            writer.Line($"new Span<float>(target, {Text.Literal(Plane)}).Clear();");
        }

        Windows(writer, level, lane =>
        {
            writer.Line($"V g = factor * {Gradient(lane)};");
            if (Before is not null)
            {
                WriteCorner(writer, lane);
            }

            int rowFloats = Width.In * Level.CellFloats;
            writer.Line($"float* d = {Text.At("target", 0, ("row", (long)Height.Stride * rowFloats), ("column", (long)Width.Stride * Level.CellFloats), (lane, 1))};");
            if (IsWritten(Height, Width))
            {
                writer.Lines(Text.Flow(
                    from ky in Enumerable.Range(0, Height.Kernel)
                    from kx in Enumerable.Range(0, Width.Kernel)
                    let value = Text.Vector("q", ((long)ky * X.RowFloats) + (kx * Level.CellFloats))
                    select $"{Text.Vector("d", ((long)ky * rowFloats) + (kx * Level.CellFloats))} = {Sent(value)};"));
                return;
            }

            writer.Line(Text.For("ky", Height.Kernel)).Line(Text.For("kx", Width.Kernel));
            string cell = Text.Vector("q", 0, ("ky", X.RowFloats), ("kx", Level.CellFloats));
            writer.Indented(() => writer.Line($"{Text.Vector("d", 0, ("ky", rowFloats), ("kx", Level.CellFloats))} = {Sent(cell)};"));
        });
    }

    private string Sent(string value) => Before is null ? "g" : Before.Gradient("g", value);

    private void Windows(SourceWriter writer, Level level, Action<string> body)
    {
        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops(
            [Text.For("row", Height.Out), Text.For("column", Width.Out), lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)],
            () => body(lane));
    }

    private void WriteCorner(SourceWriter writer, string lane) => writer.Line(
        $"float* q = {Text.At("input", 0, ("row", (long)Height.Stride * X.RowFloats), ("column", (long)Width.Stride * Level.CellFloats), (lane, 1))};");

    private void WriteWindow(SourceWriter writer, string lane)
    {
        WriteCorner(writer, lane);
        WriteSum(writer, Height, Width, X.RowFloats, Level.CellFloats);
    }

    private string Gradient(string lane) =>
        Text.Vector("gradient", 0, ("row", (long)Width.Out * Level.CellFloats), ("column", Level.CellFloats), (lane, 1));
}
