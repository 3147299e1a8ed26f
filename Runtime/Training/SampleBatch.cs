namespace NetDsl;

/// <summary>The samples of one step, copied into buffers that all steps use again.</summary>
internal abstract class SampleBatch : IDisposable
{
    private readonly ISampleSource source;
    private readonly BatchLoader? loader;
    private float[] inputs;

    protected SampleBatch(ISampleSource source, int capacity)
    {
        this.source = source;
        Capacity = Math.Min(capacity, source.Count);
        loader = source is IParallelDataset parallel ? new BatchLoader(parallel, Capacity) : null;
        inputs = loader is null ? new float[checked(Capacity * source.SampleLength)] : [];
    }

    /// <summary>The largest number of samples at once.</summary>
    public int Capacity { get; }

    /// <summary>Number of samples now in the batch.</summary>
    public int Count { get; private set; }

    /// <summary>Number of samples in the data set.</summary>
    public int TotalCount => source.Count;

    /// <summary>Whether samples have a class, so that an accuracy makes sense.</summary>
    public abstract bool Classifies { get; }

    public ReadOnlySpan<float> Inputs => inputs.AsSpan(0, Count * source.SampleLength);

    /// <summary>Time spent waiting for samples that are made in the background.</summary>
    public TimeSpan Waited => loader?.Waited ?? TimeSpan.Zero;

    /// <summary>The epoch under way, from 1; 0 for a validation.</summary>
    protected int Epoch { get; private set; }

    /// <summary>Tells which samples an epoch will ask for, before the first <see cref="Load"/>.</summary>
    /// <param name="epoch">The epoch, from 1; 0 for a validation.</param>
    /// <param name="order">All samples in their order.</param>
    /// <param name="done">How many of them were seen before, where a training goes on in mid-epoch.</param>
    public void BeginEpoch(int epoch, ReadOnlyMemory<int> order, int done)
    {
        Epoch = epoch;
        loader?.Begin(epoch, order, done);
    }

    /// <summary>Copies the samples of these indices in, which are the next ones of the epoch's order.</summary>
    public void Load(ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        inputs = loader?.Take(Count) ?? inputs;
        for (int i = 0; i < indices.Length; i++)
        {
            if (loader is null)
            {
                source.CopySample(indices[i], inputs.AsSpan(i * source.SampleLength, source.SampleLength));
            }

            LoadAnswer(i, indices[i]);
        }
    }

    public void Dispose() => loader?.Dispose();

    /// <summary>Runs a training step's passes and returns the mean loss.</summary>
    public abstract float ForwardBackward(TrainingPass pass);

    /// <summary>Runs the network on the batch, into <paramref name="outputs"/>.</summary>
    public abstract void Predict<TNetwork>(TNetwork network, Span<float> outputs)
        where TNetwork : class, INetwork<TNetwork>;

    /// <summary>The sum over the samples of each one's loss.</summary>
    public abstract double SumOfLosses(ReadOnlySpan<float> outputs);

    /// <summary>How many samples have an output that names their class.</summary>
    public abstract int CountCorrect(ReadOnlySpan<float> outputs);

    protected abstract void LoadAnswer(int position, int index);
}
