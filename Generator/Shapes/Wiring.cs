using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Takes the steps of a network one by one: what each reads, what it makes of it, and who may read that.</summary>
internal sealed class Wiring(Shape input, Expansion expansion, ProblemLog problems)
{
    private readonly Labels labels = new(expansion, problems);
    private readonly HeadList heads = new(problems);
    private readonly ProblemLog unheard = new();
    private readonly List<ShapedLayer> layers = [];
    private readonly List<LayerSite> sites = [];
    private readonly List<ShapedBlock> blocks = [];
    private readonly Stack<int> beginnings = [];
    private GraphLevel level = new(null, "", new GraphValue(-1, input, input.Channels > 0, ""));
    private bool isComplete = input.Channels > 0;
    private GraphValue? main;

    /// <summary>The layers up to the first fault.</summary>
    public IReadOnlyList<ShapedLayer> Layers => layers;

    /// <summary>Where they were declared.</summary>
    public IReadOnlyList<LayerSite> Sites => sites;

    public IReadOnlyList<ShapedBlock> Blocks => blocks;

    public IEnumerable<Head> Heads => isComplete ? heads.All : [];

    public Loss? Loss { get; private set; }

    /// <summary>Index of the layer that the network's output is.</summary>
    public int Main => !isComplete ? layers.Count - 1 : (main ?? level.Current).Layer;

    public void Take(GraphStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Branch:
                RejectName(step.Site, "a branch");
                level.Branch(step.Site, labels.From(step.Site, level));
                break;
            case StepKind.Merge:
                Merge(step);
                break;
            case StepKind.Output:
                RejectName(step.Site, "a head");
                heads.Add(step.Site, labels.From(step.Site, level) ?? level.Current, level.Path, Heard(step.Site));
                level.CloseAtHead();
                break;
            case StepKind.Shortcut:
                Shortcut(step);
                break;
            case StepKind.Enter:
                level = new GraphLevel(level, step.Copy!.Path, labels.From(step.Site, level) ?? level.Current);
                beginnings.Push(layers.Count);
                break;
            case StepKind.Leave:
                Leave(step);
                break;
            default:
                Layer(step);
                break;
        }
    }

    /// <summary>Checks what can be told at the end alone.</summary>
    public void Finish()
    {
        ReportOpenBranch();
        heads.Compare(main ?? level.Current);
        isComplete &= problems.Count == 0;
    }

    private void Layer(GraphStep step)
    {
        LayerSite site = step.Site;
        GraphValue source = labels.From(site, level) ?? level.Current;
        if (!site.Layer.IsFinished)
        {
            ReportUnfinished(site);
            level.IsUncertain |= site.Layer.Kind.Length == 0;
        }

        Operation? operation = Resolve(site, source);
        if (operation is Loss loss)
        {
            main ??= source;
            Loss = isComplete && source.IsKnown ? loss : null;
            return;
        }

        GraphValue value = Append(site, operation, [source]);
        level.Name(step.Name, value);
        level.Flow(value);
    }

    private Operation? Resolve(LayerSite site, GraphValue source)
    {
        if (!site.Layer.IsFinished || site.IsInFaultyBlock || LayerRegistry.Find(site.Layer.Kind) is not { } kind)
        {
            return null;
        }

        var arguments = new LayerArguments(site, source.IsKnown, problems);
        Operation? operation = kind.Resolve(arguments, source.Shape);
        return operation is not null && SizeCheck.Holds(arguments, operation) ? operation : null;
    }

    // The units of a dense layer are its output whatever it reads, so that faults behind it can be told from cascades.
    private GraphValue Append(LayerSite site, Operation? operation, IReadOnlyList<GraphValue> sources)
    {
        bool isKnown = sources.All(source => source.IsKnown);
        isComplete &= operation is not null && isKnown;
        if (isComplete)
        {
            layers.Add(new ShapedLayer(
                site.Path, site.Layer.Kind, site.Attribute, operation!, sources.Select(source => source.Layer).ToEquatableArray()));
            sites.Add(site);
        }

        return new GraphValue(
            layers.Count - 1, operation?.Output ?? sources[0].Shape, operation is not null && (isKnown || operation is FullyConnected), site.Path);
    }

    private void Merge(GraphStep step)
    {
        LayerSite site = step.Site;
        if (!site.Layer.IsFinished)
        {
            ReportUnfinished(site);
        }

        bool branched = level.OpenBranch is not null;
        GraphValue before = level.Current;
        List<GraphValue> values = level.CloseBranches();
        if (branched && site.Text("From") is not null)
        {
            Heard(site).Add(site.Own(
                RuleIds.BrokenGraph, "From", $"{site.Layer.Kind} joins the open branches, so From says nothing; name the layer as a label"));
        }
        else if (!branched)
        {
            values.Add(labels.From(site, level) ?? before);
        }

        bool missing = !site.Layer.IsFinished || level.IsUncertain;
        foreach (ArgumentModel label in site.Layer.Arguments.Where(argument => argument.Value is string && argument.Name.StartsWith("labels[", StringComparison.Ordinal)))
        {
            GraphValue? found = labels.Find(site, level, label.Name);
            missing |= found is null;
            values.AddRange(found is { } value ? [value] : Array.Empty<GraphValue>());
        }

        if (values.Count < 2 && !missing)
        {
            string fault = branched
                ? "joins the end of one branch only; begin a second with [Branch], which may be empty"
                : "has nothing to join; begin branches with [Branch], or name an earlier layer";
            Heard(site).Add(site.Own(RuleIds.BrokenGraph, null, $"{site.Layer.Kind} {fault}"));
        }

        Operation? operation = values.Count < 2 || missing ? null : Merging.Of(site, values, Heard(site));
        GraphValue merged = Append(site, operation, values.Count == 0 ? [before] : values);
        level.Name(step.Name, merged);
        level.Flow(merged);
    }

    private void Shortcut(GraphStep step)
    {
        LayerSite site = step.Site;
        GraphValue value = labels.From(site, level) ?? level.Current;
        if (!site.Layer.IsFinished)
        {
            ReportUnfinished(site);
        }

        var inner = new GraphLevel(level, site.Path, value);
        int beginning = layers.Count;
        IEnumerable<LayerSite>? projection = Projection.Of(site, value, Heard(site));
        value = projection is null ? value.Unknown : value;
        isComplete &= projection is not null;
        foreach (LayerSite part in projection ?? [])
        {
            value = Append(part, Resolve(part, value), [value]);
            inner.Name(part.Path.Substring(site.Path.Length + 1), value);
        }

        AddBlock(site.Path, beginning, value);
        level.Name(step.Name, value, inner);
        level.Flow(value);
    }

    private void Leave(GraphStep step)
    {
        ReportOpenBranch();
        GraphLevel inner = level;
        level = inner.Outer!;
        AddBlock(inner.Path, beginnings.Pop(), inner.Current);
        level.Name(step.Name, inner.Current, inner);
        level.Flow(inner.Current);
    }

    private void AddBlock(string path, int beginning, GraphValue value)
    {
        if (isComplete)
        {
            blocks.Add(new ShapedBlock(path, beginning, layers.Count - beginning, value.Shape));
        }
    }

    private void ReportOpenBranch()
    {
        if (level is { OpenBranch: { } branch, IsUncertain: false })
        {
            string end = level.Path.Length == 0 ? "network" : "block";
            Heard(branch).Add(branch.Own(
                RuleIds.BrokenGraph, null, $"Branch is still open at the end of the {end}; close it with [Add], [Concat] or [Output]"));
        }
    }

    private void RejectName(LayerSite site, string thing)
    {
        if (!site.Layer.IsFinished)
        {
            ReportUnfinished(site);
        }

        if (site.Text("Name") is { } name)
        {
            Heard(site).Add(site.Own(
                RuleIds.UnusableName, "Name", $"{site.Layer.Kind}: the name \"{name}\" says nothing, because {thing} is no layer; leave it out"));
        }
    }

    private void ReportUnfinished(LayerSite site)
    {
        isComplete = false;
        ArgumentModel? rejected = site.Layer.Arguments.FirstOrDefault(argument => argument.Rejected is not null);
        problems.Add(rejected is null ? Problem.CompilerError(site.Attribute) : site.Own(
            RuleIds.NoValue, rejected.Name,
            $"{site.Layer.Kind}: {rejected.Name} is {rejected.Rejected}; use a number, true or false, or a constant expression string"));
    }

    private ProblemLog Heard(LayerSite site) => site.IsInFaultyBlock ? unheard : problems;
}
