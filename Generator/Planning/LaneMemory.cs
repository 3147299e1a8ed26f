using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Where values stand during training: planes of cells, all alive until the backward pass, and behind each what its operation keeps
/// beside it. Counts cells of a group.
/// </summary>
internal sealed class LaneMemory
{
    private readonly Fusion fusion;
    private readonly TrainingForm form;
    private readonly Concatenations concatenations;
    private readonly Halo[] halos;
    private readonly long[] starts;
    private readonly long[] kept;

    public LaneMemory(Fusion fusion, TrainingForm form)
    {
        (this.fusion, this.form) = (fusion, form);
        concatenations = Concatenations.Of(fusion, _ => true);
        int count = fusion.Values.Count;
        halos = new Halo[count];
        for (int value = 0; value < count; value++)
        {
            int home = concatenations.Home(value).Value;
            halos[home] = Halo.Max(halos[home], fusion.HaloOf(value));
        }

        starts = new long[count];
        kept = new long[fusion.Nodes.Count];
        foreach (int home in Enumerable.Range(0, count).Where(value => !concatenations.Moved(value)))
        {
            starts[home] = Cells;
            Cells += CellsOf(home);
        }

        for (int node = 0; node < kept.Length; node++)
        {
            kept[node] = Cells;
            Cells += Lowering.Of(fusion.Nodes[node].Operation).KeptCells(fusion.Nodes[node].Operation);
        }
    }

    /// <summary>Cells of all values together.</summary>
    public long Cells { get; }

    /// <summary>Every buffer: it lives from the step that writes it to the end, the first for the input and the last for its gradient.</summary>
    public IEnumerable<PlannedBuffer> Buffers
    {
        get
        {
            int end = (2 * fusion.Nodes.Count) + 2;
            IEnumerable<PlannedBuffer> values = Enumerable.Range(0, starts.Length).Where(value => !concatenations.Moved(value)).Select(home => new PlannedBuffer(
                fusion.Values[home].Constant, Describe(home), starts[home], CellsOf(home),
                1 + Enumerable.Range(0, starts.Length).Where(value => concatenations.Home(value).Value == home).Min(fusion.Producer), end));
            IEnumerable<PlannedBuffer> beside = Enumerable.Range(0, kept.Length)
                .Select(node => (Node: node, Cells: Lowering.Of(fusion.Nodes[node].Operation).KeptCells(fusion.Nodes[node].Operation)))
                .Where(pair => pair.Cells > 0)
                .Select(pair => new PlannedBuffer(fusion.Nodes[pair.Node].Stem, "what the layer keeps for its backward pass", kept[pair.Node], pair.Cells, pair.Node + 1, end));
            return values.Concat(beside);
        }
    }

    public bool InPlace(PlanNode concatenation, int slot) => concatenations.InPlace(concatenation, slot);

    /// <summary>Cells that a value by itself takes within its border.</summary>
    public long CellsOf(int value) => (long)View(value).PlanePitch * form.Planes(fusion.Values[value].Shape.Channels);

    /// <summary>The first cell of a value's border.</summary>
    public long Start(int value)
    {
        (int home, int channel) = concatenations.Home(value);
        return starts[home] + ((long)form.Planes(channel) * View(home).PlanePitch);
    }

    /// <summary>The first real cell.</summary>
    public long First(int value)
    {
        Halo halo = HaloOf(value);
        return Start(value) + ((long)halo.Top * View(value).RowPitch) + halo.Left;
    }

    /// <summary>What an operation keeps.</summary>
    public long Kept(int node) => kept[node];

    public LaneView View(int value)
    {
        Halo halo = HaloOf(value);
        int row = fusion.Values[value].Shape.Width + halo.Left + halo.Right;
        return new LaneView(row, (fusion.Values[value].Height + halo.Top + halo.Bottom) * row);
    }

    public ValueLayout Layout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.Constant, plan.Height, plan.Shape.Width, plan.Shape.Channels, View(value).RowPitch, View(value).PlanePitch);
    }

    /// <summary>A value's shape and surroundings in words.</summary>
    public string Describe(int value) => concatenations.Moved(value)
        ? $"{fusion.Values[value].Shape}, within {fusion.Values[concatenations.Home(value).Value].Constant}"
        : $"{fusion.Values[value].Shape}{HaloOf(value).Words}";

    private Halo HaloOf(int value) => halos[concatenations.Home(value).Value];
}
