namespace NetDsl;

/// <summary>How far the samples of an epoch have been given out to be made: pieces of its order, each within one batch.</summary>
internal sealed class LoadingOrder(int capacity)
{
    // Samples that a thread takes at once: few enough to share a batch, enough to seldom meet at the gate.
    private const int Piece = 4;

    private ReadOnlyMemory<int> indices;
    private int epoch;
    private int start;
    private int next;

    /// <summary>Begins an epoch at a place in its order.</summary>
    public void Begin(int epoch, ReadOnlyMemory<int> indices, int start) => (this.epoch, this.indices, this.start, next) = (epoch, indices, start, start);

    /// <summary>Gives no more samples out.</summary>
    public void End() => next = indices.Length;

    /// <summary>How many samples a batch has, counted from where the epoch began; 0 behind the last one.</summary>
    public int SizeOf(int batch) => (int)Math.Clamp(indices.Length - start - (long)batch * capacity, 0, capacity);

    /// <summary>Gives out the next samples, if they belong to a batch before a limit.</summary>
    public bool TryTake(int limit, out LoadingPiece piece)
    {
        int batch = (next - start) / capacity;
        if (next >= indices.Length || batch >= limit)
        {
            piece = default;
            return false;
        }

        int position = (next - start) % capacity;
        int count = Math.Min(Piece, SizeOf(batch) - position);
        piece = new LoadingPiece(epoch, batch, position, indices.Slice(next, count));
        next += count;
        return true;
    }
}
