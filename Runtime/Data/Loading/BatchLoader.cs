using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace NetDsl;

/// <summary>
/// Makes the samples of the next batches on threads of its own while a step runs. Where a sample stands and what it holds depends on the
/// epoch's order alone, so the threads change no bit. A trainer that has to wait makes samples itself meanwhile.
/// </summary>
internal sealed class BatchLoader : IDisposable
{
    // Batches at once: the one in use and those made ahead, as many as the memory allows.
    private const int FewestSlots = 4, MostSlots = 32;
    private const long SlotBytes = 32L << 20;

    private readonly IParallelDataset source;
    private readonly LoadingOrder order;
    private readonly BatchSlot[] slots;
    private readonly object gate = new();
    private readonly Thread[] threads;
    private int taken;
    private int working;
    private bool closed;

    /// <param name="source">What makes the samples.</param>
    /// <param name="capacity">Samples of a batch; the last one of an epoch has what is left.</param>
    public BatchLoader(IParallelDataset source, int capacity)
    {
        (this.source, order) = (source, new LoadingOrder(capacity));
        int length = checked(capacity * source.SampleLength);
        slots = new BatchSlot[Math.Clamp(SlotBytes / ((long)sizeof(float) * length), FewestSlots, MostSlots)];
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = new BatchSlot(length);
        }

        threads = new Thread[Environment.ProcessorCount];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = "NetDsl loader" };
            threads[i].Start();
        }
    }

    /// <summary>Time until <see cref="Take"/> had its batches, altogether: what the trainer waited for data, or made itself meanwhile.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Begins to make the samples of an epoch, from a place in its order on.</summary>
    public void Begin(int epoch, ReadOnlyMemory<int> indices, int done)
    {
        lock (gate)
        {
            Stop();
            order.Begin(epoch, indices, done);
            taken = 0;
            for (int batch = 0; batch < slots.Length; batch++)
            {
                slots[batch].Begin(order.SizeOf(batch));
            }

            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The inputs of the next batch, which stay until the one after is asked for.</summary>
    /// <param name="count">How many samples it must have.</param>
    public float[] Take(int count)
    {
        long began = Stopwatch.GetTimestamp();
        BatchSlot slot;
        lock (gate)
        {
            int batch = taken++;
            Debug.Assert(count == order.SizeOf(batch), "The batches asked for are those of the order");
            slot = slots[batch % slots.Length];
            if (batch > 0)
            {
                slots[(batch - 1) % slots.Length].Begin(order.SizeOf(batch - 1 + slots.Length));
                Monitor.PulseAll(gate);
            }

            while (slot.Missing > 0)
            {
                MakeOrWait(limit: batch + 1);
            }

            // Within the gate: behind it a thread that was woken may have the processor first, which is no lack of data.
            Waited += Stopwatch.GetElapsedTime(began);
        }

        slot.Fault?.Throw();
        return slot.Inputs;
    }

    public void Dispose()
    {
        lock (gate)
        {
            Stop();
            closed = true;
            Monitor.PulseAll(gate);
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private void Stop()
    {
        order.End();
        while (working > 0)
        {
            Monitor.Wait(gate);
        }
    }

    private void Work()
    {
        lock (gate)
        {
            while (!closed)
            {
                // The slot of the batch in use is free only when the next one is taken.
                MakeOrWait(limit: Math.Max(taken - 1, 0) + slots.Length);
            }
        }
    }

    private void MakeOrWait(int limit)
    {
        if (order.TryTake(limit, out LoadingPiece piece))
        {
            Make(piece);
        }
        else
        {
            Monitor.Wait(gate);
        }
    }

    // Called within the gate, which is open while samples are made.
    private void Make(LoadingPiece piece)
    {
        BatchSlot slot = slots[piece.Batch % slots.Length];
        int position = piece.Position;
        ExceptionDispatchInfo? fault = null;
        working++;
        Monitor.Exit(gate);
        try
        {
            foreach (int index in piece.Indices.Span)
            {
                source.CopySample(piece.Epoch, index, slot.Inputs.AsSpan(position * source.SampleLength, source.SampleLength));
                position++;
            }
        }
        catch (Exception e)
        {
            fault = ExceptionDispatchInfo.Capture(e);
        }

        Monitor.Enter(gate);
        working--;
        slot.Finish(piece.Indices.Length, position, fault);
        if (slot.Missing == 0 || working == 0)
        {
            Monitor.PulseAll(gate);
        }
    }
}
