using NetDsl.Generator.Emit;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Report;

/// <summary>A network as one page that needs nothing else: graph, table, memory over time, and the emitted sources.</summary>
internal static class ReportPage
{
    /// <param name="plan">The network.</param>
    /// <param name="sources">The emitted files.</param>
    public static string Write(NetworkPlan plan, IEnumerable<GeneratedSource> sources)
    {
        string name = plan.Network.Model.FullName;
        var page = new SourceWriter();
        page.Line("<!doctype html>");
        page.Line($"<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Html.Text(name)}</title>");
        page.Line(ReportStyle.Text);
        page.Line("</head><body>");
        page.Line($"<h1>{Html.Text(name)}</h1>");
        page.Line("<nav><a href=\"#graph\">Graph</a> <a href=\"#layers\">Layers</a> <a href=\"#memory\">Memory</a> <a href=\"#sources\">Sources</a></nav>");
        Facts(page, plan);
        page.Line("<h2 id=\"graph\">Graph</h2><div class=\"scroll\">");
        GraphPicture.Write(page, plan.Network);
        page.Line("</div><h2 id=\"layers\">Layers</h2><div class=\"scroll\">");
        LayerTable.Write(page, plan);
        page.Line("</div><h2 id=\"memory\">Memory of a prediction</h2>");
        page.Line("<p>One sample, by offset from top to bottom and step by step from left to right. Buffers that are never needed at one time share space.</p><div class=\"scroll\">");
        MemoryPicture.Write(page, "Memory of a prediction over time", plan.Inference.Buffers, plan.Inference.Times);
        page.Line("</div>");
        if (plan.Training is { } training)
        {
            page.Line("<h2 id=\"training\">Memory of a training step</h2>");
            page.Line("<p>One sample of the batch. Activations stay until the backward pass is over; a gradient lives until it is used up.</p><div class=\"scroll\">");
            MemoryPicture.Write(page, "Memory of a training step over time", training.Buffers, training.Times);
            page.Line("</div>");
        }

        page.Line("<h2 id=\"sources\">Sources</h2>");
        foreach (GeneratedSource source in sources)
        {
            Listing(page, source);
        }

        page.Line(ReportStyle.Script);
        page.Line($"<footer>NetDsl {GeneratorVersion.Text}</footer></body></html>");
        return page.ToString();
    }

    private static void Facts(SourceWriter page, NetworkPlan plan)
    {
        (string Name, string Value)[] facts =
        [
            ("input", $"{plan.Network.Model.Input}"),
            ("output", $"{plan.Network.Output}"),
            ("layers", Describe.Count(plan.Network.Layers.Count)),
            ("parameters", Describe.Count(plan.Network.Layers.Sum(layer => layer.Operation.TrainableCount))),
            ("multiplications", Describe.Count(plan.Network.Layers.Sum(layer => layer.Operation.Multiplies))),
            ("memory of a prediction", Html.Bytes(plan.Inference.ArenaFloats * sizeof(float))),
            ("packed weights", Html.Bytes(plan.Inference.PackedFloats * sizeof(float))),
            ("scratch of a thread", Html.Bytes(plan.Inference.ScratchFloats * sizeof(float))),
            ("training, of a sample", plan.Training is { } training ? Html.Bytes(training.SampleBytes) : "none"),
        ];
        page.Line("<dl>" + string.Concat(facts.Select(fact => $"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>")) + "</dl>");
    }

    private static void Listing(SourceWriter page, GeneratedSource source)
    {
        string anchor = "source-" + source.HintName.Replace("Kernels.", "").Replace(".g.cs", "");
        int lines = source.Text.Count(character => character == '\n');
        page.Line($"<details id=\"{Html.Text(anchor)}\"><summary>{Html.Text(source.HintName)} <small>{Describe.Count(lines)} lines</small></summary>");
        page.Line($"<pre>{Html.Text(source.Text)}</pre></details>");
    }
}
