using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>An activation by itself, where no layer before it applies it, over one sample.</summary>
internal sealed record CellActivation(ActivationSpec Activation, int Height, int RowValues, int XRow, int YRow) : Kernel
{
    public override string Name => $"{Activation.Identifier}_{Height}x{RowValues}" + (XRow == RowValues && YRow == RowValues ? "" : $"_x{XRow}_y{YRow}");

    public override string Summary => $"Inference: {Activation.Kind} of {Words.Count(Height, "row")} of {Words.Count(RowValues, "value")}.";

    public override string Choice => "by itself";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: rows, vectors of a row.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Height}))");
        writer.Block("for (int row = share.From; row < share.To; row++)", () => CellVectors.Write(writer, level, RowValues, (n, store) =>
        {
            writer.Line($"V result = {Activation.Apply(Text.Vector("x", 0, ("row", XRow), (n, 1)))};");
            store("y", [("row", YRow), (n, 1)]);
        }));
    }
}
