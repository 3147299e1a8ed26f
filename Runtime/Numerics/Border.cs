namespace NetDsl.Runtime;

/// <summary>Zeros around an activation whose memory another one used before.</summary>
public static unsafe class Border
{
    /// <summary>Clears the cells around a block of rows, not the block.</summary>
    /// <param name="first">The block's first real value.</param>
    /// <param name="height">Real rows.</param>
    /// <param name="width">Floats of a real row.</param>
    /// <param name="pitch">Floats from one row to the next.</param>
    /// <param name="top">Rows of zeros above.</param>
    /// <param name="bottom">Rows of zeros below.</param>
    /// <param name="left">Floats of zeros left of a row.</param>
    public static void Clear(float* first, int height, int width, int pitch, int top, int bottom, int left)
    {
        float* start = first - left;
        new Span<float>(start - ((nint)top * pitch), top * pitch).Clear();
        for (int row = 0; row < height; row++)
        {
            float* line = start + ((nint)row * pitch);
            new Span<float>(line, left).Clear();
            new Span<float>(line + left + width, pitch - left - width).Clear();
        }

        new Span<float>(start + ((nint)height * pitch), bottom * pitch).Clear();
    }
}
