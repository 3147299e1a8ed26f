using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Maximum or mean over windows of a batch with samples or channels in the lanes, and its gradient.</summary>
internal sealed record LanePool(
    bool Maximum, Axis Height, Axis Width, int Channels, LaneView X, LaneView Y, ActivationSpec? Activation) : Kernel
{
    public override string Name => $"Lane{(Maximum ? "Max" : "Avg")}Pool_{Height.Kernel}x{Width.Kernel}_{Height.In}x{Width.In}x{Channels}_to{Height.Out}x{Width.Out}"
        + (Height.Stride == Height.Kernel && Width.Stride == Width.Kernel ? "" : $"_s{Height.Stride}x{Width.Stride}")
        + (Height.PadBefore + Width.PadBefore == 0 ? "" : $"_p{Height.PadBefore}x{Width.PadBefore}")
        + X.Suffix("x", Height.In, Width.In) + Y.Suffix("y", Height.Out, Width.Out)
        + (Activation is null ? "" : "_of" + Activation.Identifier);

    public override string Summary =>
        $"Training: {(Maximum ? "maximum" : "mean")} over {Height.Kernel}x{Width.Kernel} of {Height.In}x{Width.In}x{Channels}{(Activation is null ? "" : $"; backward times the derivative of the {Activation.Kind} before it")}.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Height.In, Width.In, X),
        Words.Planes("y", Channels, Height.Out, Width.Out, Y),
        $"dy and dx have no border. {Words.Either}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", [.. BackwardPointers.Select(pointer => "float* " + pointer), "int groups", "int groupFloats", "Worker worker"]),
    ];

    /// <summary>What the backward method reads and writes: the mean needs neither values nor results, unless a derivative is asked for.</summary>
    public IReadOnlyList<string> BackwardPointers =>
        Maximum ? ["x", "y", "dy", "dx"] : Activation is not null ? ["x", "dy", "dx"] : ["dy", "dx"];

    // Windows that lie inside and do not overlap: every input cell belongs to one window at most.
    private bool Disjoint => Height.Inside && Width.Inside && Height.Stride >= Height.Kernel && Width.Stride >= Width.Kernel;

    private bool Written => Height.Inside && Width.Inside && Height.Kernel * Width.Kernel <= 64;

    private bool Covers => Height.Stride == Height.Kernel && Width.Stride == Width.Kernel
        && Height.Out * Height.Stride == Height.In && Width.Out * Width.Stride == Width.In;

    private int Plane => Height.In * Width.In * Level.CellFloats;

    private int OutPlane => Height.Out * Width.Out * Level.CellFloats;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Tile: one window of one plane.";
        yield return $"Order: {Words.Count(Channels, "plane")}, {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}" + (Written ? ", the window written out." : ", the window's real cells.");
        if (Maximum)
        {
            yield return "Backward: the first cell in row-major order that equals the maximum gets the gradient.";
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        bool forward = method.Name == "Forward";
        LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
        {
            if (forward || BackwardPointers.Contains("x"))
            {
                writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
            }

            if (forward || BackwardPointers.Contains("y"))
            {
                writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("channel", Y.PlaneFloats))};");
            }

            if (!forward)
            {
                writer.Line($"float* gradient = {Text.At($"dy + (nint){group} * groupFloats", 0, ("channel", OutPlane))};");
                writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", Plane))};");
                if (!Disjoint || !Covers)
                {
                    writer.Line($"new Span<float>(target, {Text.Literal(Plane)}).Clear();");
                }
            }

            writer.Loops([Text.For("row", Height.Out), Text.For("column", Width.Out)], () => WriteWindow(writer, level, forward));
            if (!forward && Activation is not null && !Disjoint)
            {
                WriteDerivative(writer, level);
            }
        });
    }

    private void WriteWindow(SourceWriter writer, Level level, bool forward)
    {
        if (!Written)
        {
            WriteRange(writer, "Row", "row", Height);
            WriteRange(writer, "Column", "column", Width);
        }
        else if (forward || BackwardPointers.Contains("x"))
        {
            writer.Line($"float* q = {Text.At("input", 0, ("row", (long)Height.Stride * X.RowFloats), ("column", (long)Width.Stride * Level.CellFloats))};");
        }

        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            if (forward)
            {
                WriteForward(writer, lane);
            }
            else
            {
                WriteBackward(writer, level, lane);
            }
        });
    }

    internal static void WriteRange(SourceWriter writer, string name, string index, Axis axis)
    {
        string start = axis.Stride == 1 ? index : $"{index} * {axis.Stride}";
        string at = Text.At(start, -axis.PadBefore);
        string first = axis.PadBefore > 0 ? $"Math.Max(0, {at})" : at;
        string last = axis.Inside ? $"{at} + {axis.Kernel}" : $"Math.Min({axis.In}, {at} + {axis.Kernel})";
        writer.Line($"int first{name} = {first}, end{name} = {last};");
    }

    private IEnumerable<(long InX, long InDx)> Cells() =>
        from ky in Enumerable.Range(0, Height.Kernel)
        from kx in Enumerable.Range(0, Width.Kernel)
        select (((long)ky * X.RowFloats) + (kx * Level.CellFloats), (((long)ky * Width.In) + kx) * Level.CellFloats);

    private string Share => Written
        ? $"(1f / {Height.Kernel * Width.Kernel})"
        : "(1f / ((endRow - firstRow) * (endColumn - firstColumn)))";

    private void WriteForward(SourceWriter writer, string lane)
    {
        if (Written)
        {
            string[] cells = [.. Cells().Select(cell => Text.Vector("q", cell.InX, (lane, 1)))];
            writer.Line($"V result = {cells[0]};");
            writer.Lines(Text.Flow(cells.Skip(1).Select(cell => Maximum ? $"result = Max(result, {cell});" : $"result += {cell};")));
        }
        else
        {
            writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
            writer.Line("for (int r = firstRow; r < endRow; r++)");
            writer.Line("for (int c = firstColumn; c < endColumn; c++)");
            string cell = Text.Vector("input", 0, ("r", X.RowFloats), ("c", Level.CellFloats), (lane, 1));
            writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
        }

        writer.Line($"{Text.Vector("output", 0, ("row", Y.RowFloats), ("column", Level.CellFloats), (lane, 1))} = result{(Maximum ? "" : $" * {Share}")};");
    }

    private void WriteBackward(SourceWriter writer, Level level, string lane)
    {
        string gradient = Text.Vector("gradient", 0, ("row", (long)Width.Out * Level.CellFloats), ("column", Level.CellFloats), (lane, 1));
        writer.Line($"V g = {gradient}{(Maximum ? "" : $" * {Share}")};");
        if (Maximum)
        {
            writer.Line($"V best = {Text.Vector("output", 0, ("row", Y.RowFloats), ("column", Level.CellFloats), (lane, 1))}, taken = V.Zero, hit;");
        }

        if (Written)
        {
            writer.Line($"float* d = {Text.At("target", 0, ("row", (long)Height.Stride * Width.In * Level.CellFloats), ("column", (long)Width.Stride * Level.CellFloats), (lane, 1))};");
            foreach ((long inX, long inDx) in Cells())
            {
                WriteCell(writer, level, Text.Vector("q", inX, (lane, 1)), Text.Vector("d", inDx));
            }

            return;
        }

        writer.Line("for (int r = firstRow; r < endRow; r++)");
        writer.Block("for (int c = firstColumn; c < endColumn; c++)", () => WriteCell(
            writer,
            level,
            Text.Vector("input", 0, ("r", X.RowFloats), ("c", Level.CellFloats), (lane, 1)),
            Text.Vector("target", 0, ("r", (long)Width.In * Level.CellFloats), ("c", Level.CellFloats), (lane, 1))));
    }

    private void WriteCell(SourceWriter writer, Level level, string value, string target)
    {
        string sent = "g";
        if (Maximum)
        {
            writer.Line($"hit = AndNot({level.Type}.Equals({value}, best), taken); taken |= hit;");
            sent = "(g & hit)";
        }

        writer.Line(!Disjoint ? $"{target} += {sent};"
            : Activation is null ? $"{target} = {sent};"
            : $"{target} = {Activation.Gradient(sent, value)};");
    }

    private void WriteDerivative(SourceWriter writer, Level level) => writer.Loops(
        [Text.For("row", Height.In), Text.For("n", Width.In * Level.CellFloats, level.Lanes)],
        () =>
        {
            string target = Text.Vector("target", 0, ("row", (long)Width.In * Level.CellFloats), ("n", 1));
            writer.Line($"{target} = {Activation!.Gradient(target, Text.Vector("input", 0, ("row", X.RowFloats), ("n", 1)))};");
        });
}
