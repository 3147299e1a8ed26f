using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Sum of several values of one sample, an activation applied; of a single one, a copy.</summary>
internal sealed record CellSum(
    ActivationSpec? Activation, int Height, int Width, int Channels, EquatableArray<CellView> X, CellView Y) : Kernel
{
    public override string Name => (X.Count == 1 ? "Copy" : $"Sum{X.Count}") + $"_{Height}x{Width}x{Channels}"
        + string.Concat(X.Select((view, i) => view.Suffix(i == 0 ? "x" : $"x{i}", Width, Channels))) + Y.Suffix("y", Width, Channels)
        + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: {(X.Count == 1 ? "copy" : $"sum of {X.Count} values")} of {Height}x{Width}x{Channels}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample.";

    public override string Choice => (X.Count == 1 ? "copied" : "values in the lanes") + Words.Fused(Activation);

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", [.. X.Select((_, i) => $"float* x{i}"), "float* y", "Worker worker"])];

    // Rows whose cells touch are one run of values.
    private bool Touching => Y.CellPitch == Channels && X.All(view => view.CellPitch == Channels);

    public override IEnumerable<string> Explain(Level level)
    {
        yield return Touching ? "Order: rows, vectors of a row." : "Order: rows, cells, vectors of channels.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        string column = Touching ? "" : "column";
        writer.Line($"foreach (Share share in worker.Shares({Height}))");
        writer.Loops(["for (int row = share.From; row < share.To; row++)", Touching ? "" : Text.For(column, Width)], () => CellVectors.Write(writer, level, Touching ? Width * Channels : Channels, (n, store) =>
        {
            string sum = string.Join(" + ", X.Select((view, i) => Text.Vector($"x{i}", 0, ("row", view.RowFloats), (column, view.CellPitch), (n, 1))));
            writer.Line($"V result = {sum};");
            if (Activation is not null)
            {
                writer.Line($"result = {Activation.Apply("result")};");
            }

            store("y", [("row", Y.RowFloats), (column, Y.CellPitch), (n, 1)]);
        }));
    }
}
