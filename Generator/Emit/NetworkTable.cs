using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>The network as a table: for the summary, and with the kernels for the head of the emitted file.</summary>
internal static class NetworkTable
{
    private static readonly string[] Heads = ["layer", "what", "input", "output", "parameters", "multiplies", "inference kernel"];

    public static IReadOnlyList<string> Lines(NetworkPlan plan, bool kernels)
    {
        var rows = new List<string[]> { Heads };
        ILookup<string, Kernel> used = plan.Inference.Steps
            .Where(step => step.Kernel is not null)
            .ToLookup(step => step.Layer, step => step.Kernel!, StringComparer.Ordinal);
        HashSet<string> predicting = [.. plan.Network.PredictingLayers.Select(layer => layer.Name)];
        foreach (ShapedLayer layer in plan.Network.Layers)
        {
            Operation operation = layer.Operation;
            long parameters = operation.TrainableCount;
            string kind = operation.Description.Length == 0 ? layer.Kind : $"{layer.Kind} {operation.Description}";
            string choice = predicting.Contains(layer.Name) ? Choice([.. used[layer.Name]], layer) : "none, training only";
            rows.Add([layer.Name, kind, $"{operation.Input}", $"{operation.Output}", Count(parameters), Count(operation.Multiplies), choice]);
        }

        if (plan.Network.Loss is { } loss)
        {
            rows.Add(["loss", loss.Description, $"{loss.Input}", "", "", "", ""]);
        }

        rows.Add(["", "", "", "", Count(rows, 4), Count(rows, 5), ""]);
        return Align(rows, kernels ? 7 : 6);
    }

    private static string Count(long value) => value == 0 ? "" : Describe.Count(value);

    private static string Count(IEnumerable<string[]> rows, int column) =>
        Count(rows.Skip(1).Sum(row => row[column].Length == 0 ? 0 : long.Parse(row[column].Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture)));

    // Where a layer takes several kernels, the last one gives its output.
    private static string Choice(Kernel[] kernels, ShapedLayer layer) => layer.Operation switch
    {
        Concatenation when kernels.Length > 0 => $"{kernels[0].Choice}, {kernels.Length} of {layer.Sources.Count}",
        _ when kernels.Length > 0 => kernels[kernels.Length - 1].Choice,
        Activation or Addition => "fused into the layer before",
        Dropping => "none in inference",
        Normalization => "folded into the layer before",
        Flattening => "none, the same memory",
        Concatenation => "none, written in place",
        _ => "",
    };

    private static List<string> Align(List<string[]> rows, int columns)
    {
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        return [.. rows.Select(row => string.Join("  ", Enumerable.Range(0, columns).Select(column =>
            column is 4 or 5 ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]))).TrimEnd())];
    }
}
