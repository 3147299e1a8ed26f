namespace NetDsl;

/// <summary>Samples by index, which a trainer copies into its batches.</summary>
public interface ISampleSource
{
    /// <summary>Number of samples.</summary>
    int Count { get; }

    /// <summary>Number of floats in one sample.</summary>
    int SampleLength { get; }

    /// <summary>Copies one sample, channels last.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="destination"><see cref="SampleLength"/> floats.</param>
    void CopySample(int index, Span<float> destination);
}
