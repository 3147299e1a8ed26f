namespace NetDsl;

/// <summary>
/// A data set whose samples go through transforms, one after the other, and perhaps are mixed at last. What a sample becomes depends on the
/// seed, the epoch and its index alone. In the trainer the work is done ahead, on threads of its own.
/// </summary>
public sealed class TransformedDataset : IImageDataset, IParallelDataset
{
    private const ulong TransformStream = 0x5472616E73;
    private const ulong MixupStream = 0x4D69787570;

    private readonly IImageDataset source;
    private readonly ImageTransform[] transforms;
    private readonly Mixup? mixup;
    private readonly int seed;
    private readonly SampleShape input;
    private readonly SampleShape output;
    private readonly ThreadLocal<Workplace> workplaces = new(static () => new Workplace());

    /// <summary>Wraps a data set.</summary>
    /// <param name="source">The samples to begin with.</param>
    /// <param name="transforms">The steps, in their order.</param>
    /// <param name="seed">Decides all that is random in them.</param>
    /// <param name="mixup">Mixes samples, if given.</param>
    /// <exception cref="ArgumentException">A step cannot take what the one before it gives, or samples that are mixed would be mixed again.</exception>
    public TransformedDataset(IImageDataset source, IReadOnlyList<ImageTransform> transforms, int seed = 0, Mixup? mixup = null)
    {
        if (mixup is not null && source is IParallelDataset { MixesLabels: true })
        {
            throw new ArgumentException("The samples given are mixed already; mixup stands once, in the last TransformedDataset");
        }

        (this.source, this.transforms, this.seed, this.mixup) = (source, [.. transforms], seed, mixup);
        input = new SampleShape(source.Height, source.Width, source.Channels);
        output = this.transforms.Aggregate(input, (shape, transform) => transform.OutputShape(shape));
        SampleLength = output.Length;
    }

    /// <inheritdoc/>
    public int Count => source.Count;

    /// <inheritdoc/>
    public int SampleLength { get; }

    /// <inheritdoc/>
    public int Height => output.Height;

    /// <inheritdoc/>
    public int Width => output.Width;

    /// <inheritdoc/>
    public int Channels => output.Channels;

    /// <inheritdoc/>
    public int Classes => source.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => source.ClassNames;

    /// <inheritdoc/>
    public bool MixesLabels => mixup is not null || source is IParallelDataset { MixesLabels: true };

    /// <inheritdoc/>
    public int Label(int index) => source.Label(index);

    /// <inheritdoc/>
    public MixedLabel Label(int epoch, int index)
    {
        if (mixup is null)
        {
            return source is IParallelDataset parallel ? parallel.Label(epoch, index) : MixedLabel.Of(source.Label(index));
        }

        (int other, float share) = Partner(workplaces.Value!.Random, epoch, index);
        return new MixedLabel(source.Label(index), source.Label(other), share);
    }

    /// <summary>Copies a sample as a validation sees it, which is epoch 0.</summary>
    /// <inheritdoc cref="ISampleSource.CopySample"/>
    public void CopySample(int index, Span<float> destination) => CopySample(0, index, destination);

    /// <inheritdoc/>
    public void CopySample(int epoch, int index, Span<float> destination)
    {
        Workplace place = workplaces.Value!;
        Transform(place, epoch, index).CopyTo(destination);
        if (mixup is null)
        {
            return;
        }

        (int other, float share) = Partner(place.Random, epoch, index);
        ReadOnlySpan<float> second = Transform(place, epoch, other);
        for (int i = 0; i < second.Length; i++)
        {
            destination[i] = share * destination[i] + (1 - share) * second[i];
        }
    }

    private (int Other, float Share) Partner(SampleRandom random, int epoch, int index)
    {
        random.Restart(seed, MixupStream, epoch, index);
        return mixup!.Draw(random, Count);
    }

    private Span<float> Transform(Workplace place, int epoch, int index)
    {
        Span<float> values = place.Sample.Begin(input);
        if (source is IParallelDataset parallel)
        {
            parallel.CopySample(epoch, index, values);
        }
        else
        {
            source.CopySample(index, values);
        }

        place.Random.Restart(seed, TransformStream, epoch, index);
        foreach (ImageTransform transform in transforms)
        {
            transform.Apply(place.Sample, place.Random);
        }

        return place.Sample.Values;
    }

    // What a thread works with: the same memory for every sample.
    private sealed class Workplace
    {
        public SampleBuffer Sample { get; } = new();

        public SampleRandom Random { get; } = new();
    }
}
