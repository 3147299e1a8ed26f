namespace NetDsl.Runtime;

/// <summary>Masks for the last group of a batch, whose lanes beyond the samples hold no data and must not count.</summary>
public static unsafe class LaneMask
{
    private static readonly PinnedBlock Table = Create();

    /// <summary>Sixteen lanes: all bits set in those that hold a sample, none in the others.</summary>
    /// <param name="samples">Samples from this group's first on; 16 and more fill it.</param>
    public static float* Of(int samples) => Table.Pointer + Lanes.Count - Math.Clamp(samples, 0, Lanes.Count);

    private static PinnedBlock Create()
    {
        var block = new PinnedBlock(2 * Lanes.Count);
        block.Span[..Lanes.Count].Fill(BitConverter.Int32BitsToSingle(-1));
        return block;
    }
}
