namespace NetDsl.Runtime;

/// <summary>Batch normalisation in prediction: a factor and a summand for every channel.</summary>
public static unsafe class BatchNormFolding
{
    /// <summary>
    /// scale = gamma / sqrt(variance + epsilon) and shift = beta + (bias - mean) * scale, so that scale * x + shift
    /// normalises what a layer without its bias gives.
    /// </summary>
    /// <param name="gamma">Learned factors.</param>
    /// <param name="beta">Learned summands.</param>
    /// <param name="mean">Moving averages.</param>
    /// <param name="variance">Moving variances.</param>
    /// <param name="bias">The bias of the layer before; null where it has none.</param>
    /// <param name="channels">How many of each.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="scale">Receives the factors.</param>
    /// <param name="shift">Receives the summands.</param>
    public static void Fold(float* gamma, float* beta, float* mean, float* variance, float* bias, int channels, double epsilon, float* scale, float* shift)
    {
        for (int c = 0; c < channels; c++)
        {
            double factor = gamma[c] / Math.Sqrt(variance[c] + epsilon);
            double offset = bias == null ? -mean[c] : (double)bias[c] - mean[c];
            scale[c] = (float)factor;
            shift[c] = (float)(beta[c] + (offset * factor));
        }
    }
}
