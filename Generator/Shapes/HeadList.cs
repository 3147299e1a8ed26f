using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>The further heads of a network.</summary>
internal sealed class HeadList(ProblemLog problems)
{
    private readonly List<(Head Head, LayerSite Site, GraphValue Value)> heads = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public IEnumerable<Head> All => heads.Select(head => head.Head);

    public void Add(LayerSite site, GraphValue value, string block, ProblemLog heard)
    {
        if (!site.Layer.IsFinished || site.Text("name") is not { } name)
        {
            return;
        }

        string path = block.Length == 0 ? name : $"{block}.{name}";
        double weight = new LayerArguments(site, value.IsKnown, heard).Real("LossWeight", 1);
        if (LayerNames.Fault(name) is { } fault)
        {
            heard.Add(site.Fault(RuleIds.UnusableName, "name", $"Output: the name \"{name}\" {fault}"));
        }
        else if (!names.Add(path))
        {
            heard.Add(site.Fault(RuleIds.UnusableName, "name", $"Output: the name \"{name}\" is that of another head too; use one name for one head"));
        }

        if (value is { IsKnown: true, Layer: < 0 })
        {
            heard.Add(site.Mismatch(RuleIds.Misplaced, null, "Output has no layer before it; put it behind the layer whose output is to be a head"));
        }

        if (weight < 0)
        {
            heard.Add(site.Fault(RuleIds.OutOfRange, "LossWeight", $"Output: LossWeight is {ConstantExpression.Show(weight)}; use at least 0"));
        }

        heads.Add((new Head(path, value.Layer, weight), site, value));
    }

    /// <summary>Reports heads of another shape than the network's output: one loss is for all.</summary>
    public void Compare(GraphValue main)
    {
        foreach ((Head head, LayerSite site, GraphValue value) in heads)
        {
            if (value.IsKnown && main.IsKnown && value.Shape != main.Shape)
            {
                problems.Add(site.Mismatch(
                    RuleIds.ShapesDiffer, null,
                    $"Output: the head {head.Name} is {value}, but the network's output is {main}; the one loss takes equal shapes"));
            }
        }
    }
}
