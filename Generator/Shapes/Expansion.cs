using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Shapes;

/// <summary>A network with all its blocks written out, step by step, and every name given.</summary>
internal sealed class Expansion
{
    // So many layers no network has; a slip such as Repeat = 1000000000 must not take the editor's time.
    private const int LayerLimit = 4096;

    // Blocks without layers are free, but not without end.
    private const int BlockLimit = 4 * LayerLimit;

    private readonly NetworkModel model;
    private readonly ProblemLog problems;
    private readonly ProblemLog unheard = new();
    private readonly List<GraphStep> steps = [];
    private readonly List<string> paths = [];
    private int layers;
    private int copies;

    private Expansion(NetworkModel model, ProblemLog problems)
    {
        this.model = model;
        this.problems = problems;
        Level(model.Layers, null);
    }

    public IReadOnlyList<GraphStep> Steps => steps;

    /// <summary>Every layer and block by its path, those around others first.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Names that have been reported where they were given.</summary>
    public HashSet<string> Rejected { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there are too many layers to go on.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>Whether somebody is still typing.</summary>
    public bool HasUnfinished { get; private set; }

    public static Expansion Of(NetworkModel model, ProblemLog problems) => new(model, problems);

    private void Level(EquatableArray<LayerModel> declared, BlockCopy? block)
    {
        var names = new LayerNames(block, Heard(block));
        foreach (LayerModel layer in declared)
        {
            HasUnfinished |= !layer.IsFinished;
            if (layer.IsBlock && layer.IsFinished)
            {
                Copies(layer, block, names);
            }
            else
            {
                Single(layer, block, names);
            }

            if (IsOverfull)
            {
                return;
            }
        }
    }

    private void Single(LayerModel layer, BlockCopy? block, LayerNames names)
    {
        StepKind kind = layer.IsBlock ? StepKind.Layer : layer.Kind switch
        {
            GraphKinds.Branch => StepKind.Branch,
            GraphKinds.Add or GraphKinds.Concat => StepKind.Merge,
            GraphKinds.Output => StepKind.Output,
            GraphKinds.Shortcut => StepKind.Shortcut,
            _ => StepKind.Layer,
        };
        if (kind is StepKind.Branch or StepKind.Output)
        {
            steps.Add(new GraphStep(kind, LayerSite.Of(layer, layer.Kind, block), ""));
            return;
        }

        string name = names.Next(layer, copy: 0, Rejected);
        LayerSite site = LayerSite.Of(layer, name, block);
        steps.Add(new GraphStep(kind, site, name));
        if (name.Length > 0)
        {
            paths.Add(site.Path);
        }

        if (kind == StepKind.Shortcut)
        {
            paths.AddRange(Projection.Paths(site));
        }

        layers += kind == StepKind.Shortcut ? 2 : 1;
        StopAbove(LayerLimit, layers, "layers", site);
    }

    private void Copies(LayerModel layer, BlockCopy? block, LayerNames names)
    {
        LayerSite use = LayerSite.Of(layer, layer.Kind, block);
        int count = Count(use);
        bool numbered = layer.Value("Repeat") is not null;
        IReadOnlyDictionary<string, object>? scope = BlockScope.Of(use, model.Blocks[layer.Block], Heard(block));
        if (Contains(block, model.Blocks[layer.Block]))
        {
            return;
        }

        for (int number = 1; number <= count && !IsOverfull; number++)
        {
            string name = names.Next(layer, numbered ? number : 0, Rejected);
            var copy = new BlockCopy(use, model.Blocks[layer.Block], name, scope);
            copies++;
            StopAbove(BlockLimit, copies, "blocks", use);
            paths.Add(copy.Path);
            steps.Add(new GraphStep(StepKind.Enter, use, name, copy));
            Level(copy.Block.Layers, copy);
            steps.Add(new GraphStep(StepKind.Leave, use, name, copy));
        }
    }

    private int Count(LayerSite use)
    {
        var arguments = new LayerArguments(use, inputKnown: true, Heard(use.Block));
        int count = arguments.Whole("Repeat", 1);
        if (count < 0)
        {
            arguments.Report(RuleIds.OutOfRange, "Repeat", Invariant($"{use.Layer.Kind}: Repeat is {count}; use at least 0"));
        }

        return arguments.Faulty ? 1 : count;
    }

    // Reported where it is declared; here it only must end.
    private static bool Contains(BlockCopy? copy, BlockModel block)
    {
        for (; copy is not null; copy = copy.Use.Block)
        {
            if (ReferenceEquals(copy.Block, block))
            {
                return true;
            }
        }

        return false;
    }

    private void StopAbove(int limit, int count, string what, LayerSite site)
    {
        if (count > limit && !IsOverfull)
        {
            IsOverfull = true;
            LayerSite outermost = site;
            while (outermost.Block is { } block)
            {
                outermost = block.Use;
            }

            string remedy = outermost.Layer.IsBlock ? $"repeat {outermost.Layer.Kind} less often, or use a smaller block" : "use fewer";
            problems.Add(new Problem(
                RuleIds.EndlessBlock, outermost.Layer.Attribute, outermost.Layer.Value("Repeat") is null ? null : "Repeat",
                Invariant($"{model.Name} has more than {limit} {what} once its blocks are written out; {remedy}")));
        }
    }

    private ProblemLog Heard(BlockCopy? block) => block?.IsFaulty == true ? unheard : problems;
}
