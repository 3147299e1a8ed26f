namespace NetDsl;

/// <summary>Means, standard deviations and covariances of a data set's channels, over all pixels of all samples.</summary>
public sealed class ChannelStatistics
{
    private const int Block = 256;

    private readonly double[,] covariance;

    private ChannelStatistics(double[] mean, double[,] covariance)
    {
        (Mean, this.covariance) = (mean, covariance);
        StandardDeviation = [.. mean.Select((_, channel) => Math.Sqrt(covariance[channel, channel]))];
    }

    /// <summary>The mean of each channel.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>The standard deviation of each channel.</summary>
    public IReadOnlyList<double> StandardDeviation { get; }

    /// <summary>How two channels vary together.</summary>
    public double Covariance(int first, int second) => covariance[first, second];

    /// <summary>Goes through all samples once, on all cores; the result does not depend on their number.</summary>
    /// <param name="dataset">At least one sample.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="InvalidDataException">A sample has a value that is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ChannelStatistics Compute(IImageDataset dataset, CancellationToken token = default)
    {
        if (dataset.Count == 0)
        {
            throw new ArgumentException("There are no samples; statistics need at least one");
        }

        // Blocks of samples are summed by whichever thread is free, and the sums added in their order.
        var blocks = new ChannelSums[(dataset.Count + Block - 1) / Block];
        OrderedParallel.For(blocks.Length, token, block =>
        {
            var sums = new ChannelSums(dataset.Channels);
            var sample = new float[dataset.SampleLength];
            for (int index = block * Block; index < Math.Min(dataset.Count, (block + 1) * Block); index++)
            {
                dataset.CopySample(index, sample);
                sums.Add(sample);
                if (!sums.IsFinite)
                {
                    throw new InvalidDataException($"Sample {SampleGeometry.Text(index)} has a value that is not finite");
                }
            }

            blocks[block] = sums;
        });
        var all = new ChannelSums(dataset.Channels);
        foreach (ChannelSums sums in blocks)
        {
            all.Add(sums);
        }

        return new ChannelStatistics(all.Mean(), all.Covariance());
    }
}
