namespace NetDsl;

/// <summary>The samples of one step, copied into buffers that all steps use again.</summary>
internal abstract class SampleBatch
{
    private readonly ISampleSource source;
    private readonly float[] inputs;

    protected SampleBatch(ISampleSource source, int capacity)
    {
        this.source = source;
        Capacity = Math.Min(capacity, source.Count);
        inputs = new float[checked(Capacity * source.SampleLength)];
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

    /// <summary>Tells which samples an epoch will ask for, before the first <see cref="Load"/>.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="order">All samples in their order.</param>
    /// <param name="done">How many of them were seen before, where a training goes on in mid-epoch.</param>
    public virtual void BeginEpoch(int epoch, ReadOnlyMemory<int> order, int done)
    {
    }

    /// <summary>Copies the samples of these indices in.</summary>
    public void Load(ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        for (int i = 0; i < indices.Length; i++)
        {
            source.CopySample(indices[i], inputs.AsSpan(i * source.SampleLength, source.SampleLength));
            LoadAnswer(i, indices[i]);
        }
    }

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
