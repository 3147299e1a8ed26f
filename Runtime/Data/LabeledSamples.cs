namespace NetDsl;

/// <summary>Labelled samples in memory: one array of floats, channels last, and the class of each sample.</summary>
public sealed class LabeledSamples : IImageDataset
{
    private readonly ReadOnlyMemory<float> samples;
    private readonly ReadOnlyMemory<int> labels;

    /// <summary>Wraps the arrays, which are not copied.</summary>
    /// <param name="samples">All samples, one after the other.</param>
    /// <param name="labels">The class of each sample, from 0.</param>
    /// <param name="height">Rows of a sample.</param>
    /// <param name="width">Columns of a sample.</param>
    /// <param name="channels">Channels of a sample.</param>
    /// <param name="classes">Number of classes; 0 takes the highest label plus 1.</param>
    /// <exception cref="ArgumentException">The lengths do not agree, or a label is not a class.</exception>
    public LabeledSamples(float[] samples, int[] labels, int height, int width, int channels, int classes = 0)
        : this((ReadOnlyMemory<float>)samples, labels, height, width, channels, classes)
    {
    }

    /// <summary>Wraps samples without a geometry: <paramref name="sampleLength"/> features each.</summary>
    /// <inheritdoc cref="LabeledSamples(float[], int[], int, int, int, int)"/>
    /// <param name="samples">All samples, one after the other.</param>
    /// <param name="labels">The class of each sample, from 0.</param>
    /// <param name="sampleLength">Floats in one sample.</param>
    /// <param name="classes">Number of classes; 0 takes the highest label plus 1.</param>
    public LabeledSamples(float[] samples, int[] labels, int sampleLength, int classes = 0)
        : this((ReadOnlyMemory<float>)samples, labels, 1, 1, sampleLength, classes)
    {
    }

    private LabeledSamples(
        ReadOnlyMemory<float> samples, ReadOnlyMemory<int> labels, int height, int width, int channels, int classes)
    {
        SampleLength = SampleGeometry.Length(height, width, channels);
        SampleGeometry.CheckCount(samples.Length, labels.Length, height, width, channels, "labels");
        (Height, Width, Channels) = (height, width, channels);
        (this.samples, this.labels) = (samples, labels);
        Classes = CheckLabels(labels.Span, classes);
        ClassNames = SampleGeometry.Numbers(Classes);
    }

    /// <inheritdoc/>
    public int Count => labels.Length;

    /// <inheritdoc/>
    public int SampleLength { get; }

    /// <summary>Rows of a sample.</summary>
    public int Height { get; }

    /// <summary>Columns of a sample.</summary>
    public int Width { get; }

    /// <summary>Channels of a sample.</summary>
    public int Channels { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>All samples, one after the other.</summary>
    public ReadOnlySpan<float> Samples => samples.Span;

    /// <summary>The class of each sample.</summary>
    public ReadOnlySpan<int> Labels => labels.Span;

    /// <summary>The floats of one sample.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<float> Sample(int index) => samples.Span.Slice(checked(index * SampleLength), SampleLength);

    /// <inheritdoc/>
    public int Label(int index) => labels.Span[index];

    /// <inheritdoc/>
    public void CopySample(int index, Span<float> destination) => Sample(index).CopyTo(destination);

    /// <summary>A part of the samples, which shares their memory.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">Number of samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public LabeledSamples Slice(int start, int count)
    {
        SampleGeometry.CheckSlice(start, count, Count);
        return new LabeledSamples(
            samples.Slice(start * SampleLength, count * SampleLength), labels.Slice(start, count), Height, Width, Channels, Classes);
    }

    private static int CheckLabels(ReadOnlySpan<int> labels, int classes)
    {
        int highest = -1;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0 || (classes > 0 && labels[i] >= classes))
            {
                string range = classes > 0 ? $"from 0 to {classes - 1}" : "at least 0";
                throw new ArgumentException(
                    $"The label of sample {SampleGeometry.Text(i)} is {SampleGeometry.Text(labels[i])}; labels must be {range}");
            }

            highest = Math.Max(highest, labels[i]);
        }

        return classes > 0 ? classes : highest + 1;
    }
}
