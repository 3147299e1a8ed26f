namespace NetDsl;

/// <summary>Samples in memory, each with the output that the network should give.</summary>
public sealed class TargetSamples : ITargetDataset
{
    private readonly float[] samples;
    private readonly float[] targets;

    /// <summary>Wraps the arrays, which are not copied.</summary>
    /// <param name="samples">All samples, one after the other, channels last.</param>
    /// <param name="targets">All targets, one after the other.</param>
    /// <param name="sampleLength">Floats in one sample.</param>
    /// <param name="targetLength">Floats in one target.</param>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public TargetSamples(float[] samples, float[] targets, int sampleLength, int targetLength)
    {
        SampleLength = SampleGeometry.Length(1, 1, sampleLength);
        TargetLength = SampleGeometry.Length(1, 1, targetLength);
        SampleGeometry.CheckMultiple("The targets have", targets.Length, 1, 1, targetLength);
        Count = targets.Length / targetLength;
        SampleGeometry.CheckCount(samples.Length, Count, 1, 1, sampleLength, "targets");
        (this.samples, this.targets) = (samples, targets);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int SampleLength { get; }

    /// <inheritdoc/>
    public int TargetLength { get; }

    /// <inheritdoc/>
    public void CopySample(int index, Span<float> destination) =>
        samples.AsSpan(checked(index * SampleLength), SampleLength).CopyTo(destination);

    /// <inheritdoc/>
    public void CopyTarget(int index, Span<float> destination) =>
        targets.AsSpan(checked(index * TargetLength), TargetLength).CopyTo(destination);
}
