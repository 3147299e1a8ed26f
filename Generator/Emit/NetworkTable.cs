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
        foreach (LayerRow row in Rows(plan))
        {
            Operation operation = row.Layer.Operation;
            rows.Add([row.Layer.Name, row.What, $"{operation.Input}", $"{operation.Output}", Count(operation.TrainableCount), Count(operation.Multiplies), row.Choice]);
        }

        if (plan.Network.Loss is { } loss)
        {
            rows.Add(["loss", loss.Description, $"{loss.Input}", "", "", "", ""]);
        }

        rows.Add(["", "", "", "", Count(rows, 4), Count(rows, 5), ""]);
        return Align(rows, kernels ? 7 : 6);
    }

    /// <summary>What the table says of each layer.</summary>
    public static IEnumerable<LayerRow> Rows(NetworkPlan plan)
    {
        ILookup<string, Kernel> used = plan.Inference.Steps
            .Where(step => step.Kernel is not null)
            .ToLookup(step => step.Layer, step => step.Kernel!, StringComparer.Ordinal);
        HashSet<string> predicting = [.. plan.Network.PredictingLayers.Select(layer => layer.Name)];
        return plan.Network.Layers.Select(layer => new LayerRow(
            layer,
            $"{layer.Kind} {layer.Operation.Description}".TrimEnd(),
            predicting.Contains(layer.Name) ? Choice([.. used[layer.Name]], layer) : "none, training only"));
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

/// <summary>A layer as the table shows it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="What">Kind and settings in a few words.</param>
/// <param name="Choice">How prediction does it.</param>
internal sealed record LayerRow(ShapedLayer Layer, string What, string Choice);
