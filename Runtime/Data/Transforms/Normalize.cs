namespace NetDsl;

/// <summary>Makes each channel of mean 0 and standard deviation 1 over the data set: (value - mean) / deviation.</summary>
public sealed class Normalize : ImageTransform
{
    private readonly float[] scale;
    private readonly float[] offset;

    /// <summary>Normalises by the statistics of a data set.</summary>
    /// <param name="statistics">Those of the data to train on.</param>
    public Normalize(ChannelStatistics statistics)
        : this(statistics.Mean, statistics.StandardDeviation)
    {
    }

    /// <summary>Normalises by given numbers.</summary>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="standardDeviation">The standard deviation of each channel; a channel of 0, which is the same everywhere, only has its mean taken off.</param>
    /// <exception cref="ArgumentException">There are not as many of both, or a number is not finite or negative.</exception>
    public Normalize(IReadOnlyList<double> mean, IReadOnlyList<double> standardDeviation)
    {
        if (mean.Count == 0 || mean.Count != standardDeviation.Count)
        {
            throw new ArgumentException($"There are {mean.Count} means and {standardDeviation.Count} standard deviations; there must be one of both for each channel");
        }

        for (int channel = 0; channel < mean.Count; channel++)
        {
            TransformArgument.Within(mean[channel], -1e30, 1e30, $"The mean of channel {channel}");
            TransformArgument.Within(standardDeviation[channel], 0, 1e30, $"The standard deviation of channel {channel}");
        }

        scale = [.. standardDeviation.Select(deviation => deviation > 0 ? (float)(1 / deviation) : 1)];
        offset = [.. mean.Select((value, channel) => (float)(-value * (standardDeviation[channel] > 0 ? 1 / standardDeviation[channel] : 1)))];
    }

    /// <inheritdoc/>
    public override SampleShape OutputShape(SampleShape input) => input.Channels == scale.Length
        ? input
        : throw new ArgumentException($"The statistics are of {scale.Length} channels; the pictures have {input.Channels}");

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        Span<float> values = sample.Values;
        for (int at = 0; at < values.Length; at += scale.Length)
        {
            for (int channel = 0; channel < scale.Length; channel++)
            {
                values[at + channel] = values[at + channel] * scale[channel] + offset[channel];
            }
        }
    }
}
