namespace NetDsl.Runtime;

/// <summary>Holds a network to one training pass at a time, because the gradients exist once.</summary>
public sealed class PassOwner
{
    private int open;

    internal void Open(string network)
    {
        if (Interlocked.Exchange(ref open, 1) != 0)
        {
            throw new InvalidOperationException($"{network} already has an open training pass; dispose it before you create another");
        }
    }

    internal void Close() => Volatile.Write(ref open, 0);
}
