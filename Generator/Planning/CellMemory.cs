using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>Where the values of one sample stand during inference: channels last, within borders of zeros, sharing space when their lifetimes do not meet.</summary>
internal sealed class CellMemory
{
    private readonly Fusion fusion;
    private readonly Concatenations concatenations;
    private readonly Halo[] halos;
    private readonly long[] starts;
    private readonly bool[] shared;
    private readonly int[] homes;
    private readonly Lifetime[] lifetimes;

    public CellMemory(Fusion fusion)
    {
        this.fusion = fusion;
        concatenations = Concatenations.Of(fusion, value =>
            fusion.Readers(value).Count == 1 && !fusion.Leaves(value) && Lowering.Of(fusion.Nodes[fusion.Producer(value)].Operation).WritesApart);
        int count = fusion.Values.Count;
        halos = new Halo[count];
        int[] born = new int[count], dies = new int[count];
        for (int value = count - 1; value >= 0; value--)
        {
            (halos[value], born[value], dies[value]) = (fusion.HaloOf(value), fusion.Producer(value), Dies(value));
        }

        for (int value = 0; value < count; value++)
        {
            int home = Home(value);
            born[home] = Math.Min(born[home], born[value]);
        }

        homes = [.. Enumerable.Range(0, count).Where(value => !concatenations.Moved(value))];
        lifetimes = [.. homes.Select(value => new Lifetime(Floats(value), born[value], dies[value]))];
        (long[] offsets, ArenaFloats) = MemoryPlan.Place(lifetimes, Level.CellFloats);
        starts = new long[count];
        shared = new bool[count];
        for (int i = 0; i < homes.Length; i++)
        {
            starts[homes[i]] = offsets[i];
            int self = i;
            shared[homes[i]] = offsets.Where((other, j) => self != j && offsets[self] < other + lifetimes[j].Size && other < offsets[self] + lifetimes[self].Size).Any();
        }
    }

    /// <summary>Size of the memory for one sample.</summary>
    public long ArenaFloats { get; }

    /// <summary>Every buffer, with lifetimes in steps: 0 for the input, and then one for each node.</summary>
    public IEnumerable<PlannedBuffer> Buffers => homes.Select((home, i) => new PlannedBuffer(
        fusion.Values[home].Constant, Describe(home), starts[home], lifetimes[i].Size, lifetimes[i].First + 1, Math.Min(lifetimes[i].Last + 1, fusion.Nodes.Count)));

    /// <summary>
    /// Whether the kernels may read the sample where the caller has it: nobody wants zeros around it, nor reads beyond it. Its place
    /// is planned all the same, because a prediction needs that memory wherever it is.
    /// </summary>
    public bool InputStays => HaloOf(0).IsEmpty && fusion.Output != 0 && fusion.Readers(0).All(reader =>
        Lowering.Of(fusion.Nodes[reader.Node].Operation).ReadsOnlyValues(fusion.Nodes[reader.Node].Operation));

    /// <summary>Whether the last kernel may write where the caller wants the output: nobody else reads it, nor is it put together there.</summary>
    public bool OutputLeaves => fusion.Output != 0 && fusion.Readers(fusion.Output).Count == 0
        && Enumerable.Range(0, fusion.Values.Count).All(value => (Home(value) == fusion.Output) == (value == fusion.Output));

    /// <summary>The value whose memory holds this one.</summary>
    public int Home(int value) => concatenations.Home(value).Value;

    public Halo HaloOf(int value) => halos[Home(value)];

    /// <summary>Whether others write where the border's zeros must be.</summary>
    public bool NeedsClearing(int home) => shared[home] && !halos[home].IsEmpty;

    public bool InPlace(PlanNode concatenation, int slot) => concatenations.InPlace(concatenation, slot);

    public CellView View(int value)
    {
        int home = Home(value);
        return new CellView(fusion.Values[home].Shape.Width + halos[home].Left + halos[home].Right, fusion.Values[home].Shape.Channels);
    }

    /// <summary>The offset of the first real value.</summary>
    public long First(int value)
    {
        (int home, int channel) = concatenations.Home(value);
        CellView view = View(value);
        return starts[home] + ((((long)halos[home].Top * view.RowPitch) + halos[home].Left) * view.CellPitch) + channel;
    }

    public ValueLayout Layout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.Constant, plan.Height, plan.Shape.Width, plan.Shape.Channels, View(value).RowPitch, 0);
    }

    /// <summary>A value's shape and surroundings in words.</summary>
    public string Describe(int value) => concatenations.Moved(value)
        ? $"{fusion.Values[value].Shape}, within {fusion.Values[Home(value)].Constant}"
        : $"{fusion.Values[value].Shape}{halos[value].Words}";

    private long Floats(int value)
    {
        PlanValue plan = fusion.Values[value];
        return (long)(plan.Height + halos[value].Top + halos[value].Bottom) * View(value).RowPitch * plan.Shape.Channels;
    }

    private int Dies(int value) => fusion.Leaves(value)
        ? fusion.Nodes.Count
        : fusion.Readers(value).Select(reader => reader.Node).DefaultIfEmpty(fusion.Producer(value)).Max();
}
