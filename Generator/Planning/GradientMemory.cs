using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Where gradients stand: planes without borders. A value's gradient may be that of a sum that the value enters, or a part of a
/// concatenation's; where several operations read the value, each writes a gradient of its own and their sum is the value's.
/// Counts cells of a group; the time is 0 for the loss and then that of the backward pass.
/// </summary>
internal sealed class GradientMemory
{
    private readonly Fusion fusion;
    private readonly TrainingForm form;
    private readonly List<Lifetime> buffers = [];
    private readonly (int Buffer, long Offset)[] places;
    private readonly bool[] exclusive;
    private readonly Dictionary<(int Node, int Slot), int> partial = [];
    private readonly Dictionary<int, int> scratch = [];
    private readonly long[] offsets;
    private readonly long start;

    public GradientMemory(Fusion fusion, TrainingForm form, long start)
    {
        (this.fusion, this.form, this.start) = (fusion, form, start);
        places = [.. fusion.Values.Select(_ => (-1, 0L))];
        exclusive = new bool[places.Length];
        foreach (int value in Enumerable.Range(0, places.Length).OrderByDescending(fusion.Producer))
        {
            Place(value);
        }

        for (int node = 0; node < fusion.Nodes.Count; node++)
        {
            long cells = Lowering.Of(fusion.Nodes[node].Operation).ScratchCells(fusion, fusion.Nodes[node], form);
            if (cells > 0)
            {
                scratch[node] = New(cells, Time(node), fusion.Nodes[node].Inputs.Contains(0) ? Time(-1) : Time(node));
            }
        }

        (offsets, Cells) = MemoryPlan.Place(buffers, 1);
    }

    /// <summary>Cells of all gradients.</summary>
    public long Cells { get; }

    /// <summary>Whether the output depends on the value, so that there is a gradient.</summary>
    public bool Has(int value) => places[value].Buffer >= 0;

    /// <summary>The gradient's first cell.</summary>
    public long First(int value) => start + offsets[places[value].Buffer] + places[value].Offset;

    /// <summary>What an operation needs while its backward pass runs.</summary>
    public long Scratch(int node) => start + offsets[scratch[node]];

    /// <summary>Where a reader of several writes its part of the gradient; null where it writes the value's gradient itself.</summary>
    public long? Partial(int node, int slot) => partial.TryGetValue((node, slot), out int buffer) ? start + offsets[buffer] : null;

    /// <summary>The readers whose gradients count.</summary>
    public IEnumerable<(int Node, int Slot)> Contributors(int value) => fusion.Readers(value).Where(reader => Has(fusion.Nodes[reader.Node].Output));

    /// <summary>Whether several gradients are summed to make the value's.</summary>
    public bool IsSum(int value) => Contributors(value).Count() + (fusion.Leaves(value) ? 1 : 0) > 1;

    /// <summary>Whether the value's gradient is memory of its readers' gradient.</summary>
    public bool IsShared(int value) => Has(value) && !IsSum(value) && !fusion.Leaves(value) && SharesWith(value) is not null;

    /// <summary>Every buffer, its time behind that of the forward pass.</summary>
    public IEnumerable<PlannedBuffer> Buffers
    {
        get
        {
            var names = new string[buffers.Count];
            foreach (KeyValuePair<(int Node, int Slot), int> part in partial)
            {
                names[part.Value] = $"{fusion.Nodes[part.Key.Node].Stem}_dx{part.Key.Slot}";
            }

            foreach (KeyValuePair<int, int> needed in scratch)
            {
                names[needed.Value] = $"{fusion.Nodes[needed.Key].Stem}, backward pass";
            }

            for (int value = 0; value < places.Length; value++)
            {
                if (places[value] is { Buffer: >= 0, Offset: 0 } place)
                {
                    names[place.Buffer] ??= fusion.Values[value].GradientConstant;
                }
            }

            int begin = fusion.Nodes.Count + 1;
            return buffers.Select((lifetime, i) => new PlannedBuffer(
                names[i], "gradient", start + offsets[i], lifetime.Size, begin + lifetime.First, begin + lifetime.Last));
        }
    }

    // Readers come later than what they read, so their gradients are placed before.
    private void Place(int value)
    {
        (int Node, int Slot)[] contributors = [.. Contributors(value)];
        bool leaves = fusion.Leaves(value);
        if (contributors.Length == 0 && !leaves)
        {
            return;
        }

        int last = Time(fusion.Producer(value));
        if (fusion.Producer(value) is var producer && producer >= 0 && fusion.Nodes[producer].Inputs.Contains(0))
        {
            last = Time(-1); // the gradient of the network's input is computed at the end, and only on request
        }

        if (contributors.Length == 1 && !leaves && SharesWith(value) is { } shared)
        {
            (int node, _) = contributors[0];
            places[value] = shared;
            exclusive[value] = Lowering.Of(fusion.Nodes[node].Operation).Flow == GradientFlow.Slice && exclusive[fusion.Nodes[node].Output];
            Extend(shared.Buffer, last);
            return;
        }

        int first = leaves ? 0 : contributors.Min(reader => Time(reader.Node));
        places[value] = (New(CellsOf(value), first, last), 0);
        exclusive[value] = true;
        bool taken = leaves;
        int sum = contributors.Select(reader => Time(reader.Node)).DefaultIfEmpty(0).Max();
        foreach ((int at, int slot) in contributors)
        {
            PlanNode reader = fusion.Nodes[at];
            if (Lowering.Of(reader.Operation).Flow != GradientFlow.Kernel)
            {
                Extend(places[reader.Output].Buffer, value == 0 ? Time(-1) : sum);
            }
            else if (taken)
            {
                partial[(at, slot)] = New(CellsOf(value), Time(at), value == 0 ? Time(-1) : sum);
            }
            else
            {
                taken = true;
            }
        }
    }

    // A derivative may be multiplied in place only where nobody else reads the same gradient.
    private (int Buffer, long Offset)? SharesWith(int value)
    {
        (int node, int slot) = Contributors(value).First();
        PlanNode reader = fusion.Nodes[node];
        (int buffer, long offset) = places[reader.Output];
        return Lowering.Of(reader.Operation).Flow switch
        {
            GradientFlow.Same when fusion.Values[value].Activation is null => (buffer, offset),
            GradientFlow.Slice when fusion.Values[value].Activation is null || exclusive[reader.Output] => (buffer, offset + SliceOffset(reader, slot)),
            _ => null,
        };
    }

    /// <summary>Where an input's part of a concatenation's gradient begins.</summary>
    public long SliceOffset(PlanNode concatenation, int slot)
    {
        PlanValue whole = fusion.Values[concatenation.Output];
        return (long)form.Planes(((Concatenation)concatenation.Operation).Inputs.Take(slot).Sum(input => input.Channels)) * whole.Height * whole.Shape.Width;
    }

    private long CellsOf(int value) => (long)form.Planes(fusion.Values[value].Shape.Channels) * fusion.Values[value].Height * fusion.Values[value].Shape.Width;

    private int Time(int node) => fusion.Nodes.Count - node;

    private int New(long cells, int first, int last)
    {
        buffers.Add(new Lifetime(cells, first, Math.Max(first, last)));
        return buffers.Count - 1;
    }

    private void Extend(int buffer, int last) => buffers[buffer] = buffers[buffer] with { Last = Math.Max(buffers[buffer].Last, last) };
}
