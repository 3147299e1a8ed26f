namespace NetDsl;

/// <summary>Sums of values and of products of two channels, from which means and covariances come.</summary>
internal sealed class ChannelSums(int channels)
{
    private readonly double[] sums = new double[channels];
    private readonly double[,] products = new double[channels, channels];
    private long pixels;

    public bool IsFinite => Array.TrueForAll(sums, double.IsFinite);

    public void Add(ReadOnlySpan<float> sample)
    {
        pixels += sample.Length / channels;
        for (int at = 0; at < sample.Length; at += channels)
        {
            for (int i = 0; i < channels; i++)
            {
                double value = sample[at + i];
                sums[i] += value;
                for (int j = 0; j <= i; j++)
                {
                    products[i, j] += value * sample[at + j];
                }
            }
        }
    }

    public void Add(ChannelSums other)
    {
        pixels += other.pixels;
        for (int i = 0; i < channels; i++)
        {
            sums[i] += other.sums[i];
            for (int j = 0; j <= i; j++)
            {
                products[i, j] += other.products[i, j];
            }
        }
    }

    public double[] Mean() => Array.ConvertAll(sums, sum => sum / pixels);

    public double[,] Covariance()
    {
        double[] mean = Mean();
        var covariance = new double[channels, channels];
        for (int i = 0; i < channels; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = products[i, j] / pixels - mean[i] * mean[j];
                covariance[i, j] = covariance[j, i] = i == j ? Math.Max(0, value) : value;
            }
        }

        return covariance;
    }
}
