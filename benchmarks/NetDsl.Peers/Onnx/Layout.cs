namespace NetDsl.Peers.Onnx;

/// <summary>Brings tensors from our order, channels last, into that of ONNX, channels first, and back.</summary>
internal static class Layout
{
    /// <summary>A kernel: taps x channels x filters becomes filters x channels x taps.</summary>
    public static float[] FiltersFirst(float[] kernel, int taps, int channels, int filters)
    {
        var result = new float[kernel.Length];
        for (int tap = 0; tap < taps; tap++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int filter = 0; filter < filters; filter++)
                {
                    result[(filter * channels + channel) * taps + tap] = kernel[(tap * channels + channel) * filters + filter];
                }
            }
        }

        return result;
    }

    /// <summary>The rows of dense weights behind an image of cells x channels become those behind channels x cells.</summary>
    public static float[] RowsByChannel(float[] weights, int cells, int channels, int units)
    {
        var result = new float[weights.Length];
        for (int cell = 0; cell < cells; cell++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                weights.AsSpan((cell * channels + channel) * units, units).CopyTo(result.AsSpan((channel * cells + cell) * units));
            }
        }

        return result;
    }

    /// <summary>Samples of rows x columns become samples of columns x rows.</summary>
    public static float[] Transpose(ReadOnlySpan<float> samples, int rows, int columns)
    {
        var result = new float[samples.Length];
        int sample = rows * columns;
        for (int start = 0; start < samples.Length; start += sample)
        {
            for (int i = 0; i < sample; i++)
            {
                result[start + i % columns * rows + i / columns] = samples[start + i];
            }
        }

        return result;
    }
}
