using NetDsl.Runtime;

namespace NetDsl;

/// <summary>What an optimiser remembers of one network: some floats for every weight, and the steps taken.</summary>
internal sealed class OptimizerState
{
    private readonly PinnedBlock[] slots;

    public OptimizerState(ParameterStore store, int slotCount) =>
        slots = [.. Enumerable.Range(0, slotCount).Select(_ => new PinnedBlock(store.Values.Length))];

    /// <summary>Steps taken so far, the one under way included.</summary>
    public long Steps { get; set; }

    /// <summary>All of the optimiser's vectors.</summary>
    public IReadOnlyList<PinnedBlock> Slots => slots;

    /// <summary>One of the optimiser's vectors, at the same offsets as the weights.</summary>
    public Span<float> Slot(int index, int offset, int length) => slots[index].Span.Slice(offset, length);
}
