namespace NetDsl.Runtime;

/// <summary>Cells of blocks with zeros around them. For generated code.</summary>
public static unsafe class BlockBorder
{
    /// <summary>Copies the output's gradient of a convolution into the border that its input's gradient reads.</summary>
    /// <param name="gradient">Planes without a border.</param>
    /// <param name="bordered">Planes within one; all of it is written.</param>
    /// <param name="convolution">The sizes.</param>
    /// <param name="groups">Samples.</param>
    /// <param name="groupFloats">From one sample to the next, in both.</param>
    /// <param name="worker">Who does which planes.</param>
    public static void Copy(float* gradient, float* bordered, in BlockConvolution convolution, int groups, int groupFloats, Worker worker)
    {
        int blocks = convolution.OutputBlocks, row = convolution.Columns * Lanes.Count;
        int above = convolution.BorderTop * convolution.BorderRow, left = convolution.BorderLeft * Lanes.Count;
        Share share = worker.Share(groups * blocks);
        for (int item = share.From; item < share.To; item++)
        {
            nint group = (nint)(item / blocks) * groupFloats;
            float* from = gradient + group + ((nint)(item % blocks) * convolution.Rows * row);
            float* to = bordered + group + ((nint)(item % blocks) * convolution.BorderPlane), end = to + convolution.BorderPlane;
            new Span<float>(to, above).Clear();
            to += above;
            for (int line = 0; line < convolution.Rows; line++, from += row, to += convolution.BorderRow)
            {
                new Span<float>(to, left).Clear();
                new ReadOnlySpan<float>(from, row).CopyTo(new Span<float>(to + left, row));
                new Span<float>(to + left + row, convolution.BorderRow - left - row).Clear();
            }

            new Span<float>(to, (int)(end - to)).Clear();
        }
    }
}
