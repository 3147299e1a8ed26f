using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// Changes the lighting: adds to all pixels alike the principal components of the data set's colours, each times a normal number times the
/// component's deviation (Krizhevsky et al. 2012, section 4.1).
/// </summary>
/// <remarks>The paper multiplies by eigenvalues of colours from 0 to 255; their roots, the deviations, work at any scale of the inputs.</remarks>
public sealed class PcaLighting : ImageTransform
{
    private const int MostChannels = 16;

    private readonly double[,] directions;

    /// <summary>Noise along the principal components.</summary>
    /// <param name="statistics">Of the data set, as its samples are where this step stands.</param>
    /// <param name="deviation">How strong the noise is, relative to the data's own deviation; 0.1 is the paper's.</param>
    public PcaLighting(ChannelStatistics statistics, double deviation = 0.1)
    {
        TransformArgument.Within(deviation, 0, 10, "The deviation of the lighting");
        int channels = TransformArgument.Within(statistics.Mean.Count, 1, MostChannels, "The number of channels of the lighting's statistics");
        var matrix = new double[channels, channels];
        for (int i = 0; i < channels * channels; i++)
        {
            matrix[i / channels, i % channels] = statistics.Covariance(i / channels, i % channels);
        }

        (double[] variances, double[,] vectors) = SymmetricEigen.Decompose(matrix);
        directions = new double[channels, channels];
        for (int i = 0; i < channels * channels; i++)
        {
            (int channel, int component) = (i / channels, i % channels);
            directions[channel, component] = vectors[channel, component] * Math.Sqrt(Math.Max(0, variances[component])) * deviation;
        }
    }

    /// <inheritdoc/>
    public override SampleShape OutputShape(SampleShape input) => input.Channels == directions.GetLength(0)
        ? input
        : throw new ArgumentException($"The lighting's statistics are of {directions.GetLength(0)} channels; the pictures have {input.Channels}");

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        int channels = sample.Shape.Channels;
        Span<double> light = stackalloc double[MostChannels];
        light.Clear();
        for (int component = 0; component < channels; component++)
        {
            double strength = random.Normal();
            for (int channel = 0; channel < channels; channel++)
            {
                light[channel] += strength * directions[channel, component];
            }
        }

        Span<float> values = sample.Values;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += (float)light[i % channels];
        }
    }
}
