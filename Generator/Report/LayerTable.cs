using NetDsl.Generator.Emit;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Report;

/// <summary>The network's table with memory, receptive field, and links to the source of every kernel that a layer calls.</summary>
internal static class LayerTable
{
    private static readonly string[] Heads =
        ["layer", "what", "input", "output", "parameters", "multiplications", "memory of the output", "receptive field", "prediction", "sources"];

    public static void Write(SourceWriter page, NetworkPlan plan)
    {
        IReadOnlyDictionary<int, (long Height, long Width)> fields = ReceptiveField.Of(plan.Network.Layers);
        Dictionary<string, string> sources = Sources(plan);
        LayerRow[] rows = [.. NetworkTable.Rows(plan)];
        (long parameters, long multiplies) = (rows.Sum(row => row.Layer.Operation.TrainableCount), rows.Sum(row => row.Layer.Operation.Multiplies));
        page.Line("<table><thead><tr>" + string.Concat(Heads.Select(head => $"<th>{head}</th>")) + "</tr></thead><tbody>");
        for (int i = 0; i < rows.Length; i++)
        {
            Operation operation = rows[i].Layer.Operation;
            page.Line($"<tr id=\"{Html.Anchor(rows[i].Layer)}\"><td>{Html.Text(rows[i].Layer.Name)}</td><td>{Html.Text(rows[i].What)}</td><td>{operation.Input}</td><td>{operation.Output}</td>"
                + Share(operation.TrainableCount, parameters) + Share(operation.Multiplies, multiplies)
                + $"<td class=\"number\">{Html.Bytes(operation.Output.Length * sizeof(float))}</td><td>{fields[i].Height}x{fields[i].Width}</td>"
                + $"<td class=\"choice\">{Html.Text(rows[i].Choice)}</td><td class=\"sources\">{(sources.TryGetValue(rows[i].Layer.Name, out string? links) ? links : "")}</td></tr>");
        }

        string loss = plan.Network.Loss is { } end ? $"loss: {Html.Text(end.Description)}" : "no loss declared";
        page.Line($"</tbody><tfoot><tr><td colspan=\"4\">{loss}</td><td class=\"number\">{Describe.Count(parameters)}</td><td class=\"number\">{Describe.Count(multiplies)}</td><td colspan=\"4\"></td></tr></tfoot></table>");
    }

    private static string Share(long value, long total) =>
        $"<td class=\"number share\" style=\"--share:{Html.At(total == 0 ? 0 : 100.0 * value / total)}%\">{Html.Count(value)}</td>";

    private static Dictionary<string, string> Sources(NetworkPlan plan)
    {
        IEnumerable<Step> training = plan.Training is null ? [] : plan.Training.Forward.Concat(plan.Training.Backward).Concat(plan.Training.BackwardToInput);
        IEnumerable<(string Layer, Kernel Kernel)> used = plan.Inference.Steps.Concat(training)
            .Where(step => step.Kernel is not null)
            .Select(step => (step.Layer, step.Kernel!))
            .Distinct();
        return used.GroupBy(pair => pair.Layer, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join("<br>", group.Select(pair => Html.Link(pair.Kernel))), StringComparer.Ordinal);
    }
}
