namespace VisualCortex;

/// <summary>Two 7x7 filters: one is nothing but an upright line through its middle, the other the same line lying.</summary>
internal static class LineKernels
{
    public const int Size = 7;
    public const int Upright = 0;
    public const int Lying = 1;

    /// <summary>The weights as a network keeps them: height x width x input channels x filters.</summary>
    /// <param name="channels">Channels of the input, which all count the same.</param>
    public static float[] Lines(int channels)
    {
        var weights = new float[Size * Size * channels * 2];
        for (int along = 0; along < Size; along++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                weights[At(along, Size / 2, channel, channels) + Upright] = 1f / (Size * channels);
                weights[At(Size / 2, along, channel, channels) + Lying] = 1f / (Size * channels);
            }
        }

        return weights;
    }

    /// <summary>The lines less their mean: weights that sum to nothing, so that an even surface gives 0.</summary>
    public static float[] LinesLessMean(int channels)
    {
        float mean = 1f / (Size * Size * channels);
        return Array.ConvertAll(Lines(channels), weight => weight - mean);
    }

    private static int At(int row, int column, int channel, int channels) => ((row * Size + column) * channels + channel) * 2;
}
