using static System.FormattableString;

namespace NetDsl.Runtime;

/// <summary>
/// The arena of a training pass: the batch in groups of 16 samples side by side, or of one, every group with all that the plan places in it.
/// </summary>
internal sealed unsafe class GroupMemory
{
    private readonly PassPlan plan;
    private readonly PinnedBlock arena;

    /// <summary>Makes room for that many samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One array cannot hold so many.</exception>
    public GroupMemory(PassPlan plan, int batch)
    {
        this.plan = plan;
        long floats = (long)GroupsOf(batch) * plan.GroupFloats;
        if (floats > Array.MaxLength - 64)
        {
            throw new ArgumentOutOfRangeException(nameof(batch), batch, Invariant(
                $"A batch of {batch:N0} needs {floats * sizeof(float):N0} bytes; {plan.Network} trains at most {(long)(Array.MaxLength - 64) / plan.GroupFloats * plan.GroupSamples:N0} samples at a time"));
        }

        arena = new PinnedBlock((int)floats);
    }

    /// <summary>The first group.</summary>
    public float* Pointer => arena.Pointer;

    /// <summary>Groups that the current batch fills, the last one perhaps in part.</summary>
    public int Groups { get; private set; }

    /// <summary>Samples of the current batch.</summary>
    public int Samples
    {
        get;
        set
        {
            field = value;
            Groups = GroupsOf(value);
        }
    }

    /// <summary>Spreads samples that stand one after the other over the cells; every member of the team does its share.</summary>
    public void Load(float* samples, CellLayout layout, Worker worker)
    {
        Share mine = worker.Share(Groups);
        for (int group = mine.From; group < mine.To; group++)
        {
            if (plan.GroupSamples == 1)
            {
                Blocks.Load(samples + First(group, layout), Group(group), layout);
            }
            else
            {
                Lanes.Load(samples + First(group, layout), Filled(group), Group(group), layout);
            }
        }
    }

    /// <summary>Gathers all samples from the cells, one after the other.</summary>
    public void Unload(CellLayout layout, float* samples)
    {
        for (int group = 0; group < Groups; group++)
        {
            if (plan.GroupSamples == 1)
            {
                Blocks.Store(Group(group), layout, samples + First(group, layout));
            }
            else
            {
                Lanes.Store(Group(group), layout, samples + First(group, layout), Filled(group));
            }
        }
    }

    private int GroupsOf(int samples) => (samples + plan.GroupSamples - 1) / plan.GroupSamples;

    private long First(int group, CellLayout layout) => (long)group * plan.GroupSamples * layout.Length;

    private int Filled(int group) => Math.Min(Lanes.Count, Samples - (group * Lanes.Count));

    private float* Group(int group) => Pointer + ((long)group * plan.GroupFloats);
}
