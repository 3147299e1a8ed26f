using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Softmax over the channels of every cell, or its logarithm, for a batch with samples in the lanes, and its gradient.</summary>
internal sealed record LaneSoftmax(bool Logarithm, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"Lane{(Logarithm ? "Log" : "")}Softmax_{Height}x{Width}x{Channels}" + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width);

    public override string Summary => $"Training: {(Logarithm ? "logarithm of softmax" : "softmax")} over {Words.Count(Channels, "channel")} of {Words.Count(Height * Width, "cell")}, and its gradient {(Logarithm ? "dy - exp(y) * sum(dy)" : "y * (dy - sum(y * dy))")}.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* y", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Height, "row")}, {Words.Count(Width, "column")}, vectors of samples, {Words.Count(Channels, "channel")}; the largest value is taken off first, so that no exponential overflows.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Height, 1, "row", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        string lane = level.CellVectors == 1 ? "" : "lane", column = Width == 1 ? "" : "column";
        var plain = new LaneView(Width, Height * Width);
        writer.Loops([column.Length == 0 ? "" : Text.For(column, Width), lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            string At(string pointer, LaneView view) =>
                Text.At($"{pointer} + (nint){group} * groupFloats", 0, ("row", view.RowFloats), (column, Level.CellFloats), (lane, 1));
            string Each(string body) => $"for (int c = 0; c < {Channels}; c++) {body}";
            string Of(string pointer, LaneView view) => Text.Vector(pointer, 0, ("c", view.PlaneFloats));
            string y = Of("output", Y);
            if (forward)
            {
                string x = Of("input", X);
                writer.Line($"float* input = {At("x", X)}, output = {At("y", Y)};");
                writer.Line("V max = *(V*)input, sum = V.Zero;");
                writer.Line(Each($"max = Max(max, {x});"));
                if (Logarithm)
                {
                    writer.Line(Each($"sum += Exp({x} - max);"));
                    writer.Line("V logarithm = Log(sum);");
                    writer.Line(Each($"{y} = {x} - max - logarithm;"));
                    return;
                }

                writer.Line(Each($"sum += {y} = Exp({x} - max);"));
                writer.Line(Each($"{y} /= sum;"));
                return;
            }

            string dy = Of("gradient", plain);
            writer.Line($"float* output = {At("y", Y)}, gradient = {At("dy", plain)}, target = {At("dx", plain)};");
            if (Logarithm)
            {
                writer.Line("V total = V.Zero;");
                writer.Line(Each($"total += {dy};"));
                writer.Line(Each($"{Of("target", plain)} = {dy} - Exp({y}) * total;"));
                return;
            }

            writer.Line("V inner = V.Zero;");
            writer.Line(Each($"inner += {y} * {dy};"));
            writer.Line(Each($"{Of("target", plain)} = {y} * ({dy} - inner);"));
        });
    });
}
