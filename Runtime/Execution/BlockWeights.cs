namespace NetDsl.Runtime;

/// <summary>Weights in the order in which block kernels read them: 16 numbers of a vector's lanes after each other. For generated code.</summary>
public static unsafe class BlockWeights
{
    private const int Block = Lanes.Count;

    /// <summary>Blocks of filters, each with all taps and channels in the order of the input.</summary>
    /// <param name="kernel">Row, column, channel, filter.</param>
    /// <param name="packed">Block of filters, block of channels, row, column, channel, 16 filters.</param>
    /// <param name="convolution">The sizes.</param>
    /// <param name="blocks">The blocks of filters to do.</param>
    public static void Pack(float* kernel, float* packed, in BlockConvolution convolution, Share blocks)
    {
        (int channels, int filters) = (convolution.Channels, convolution.Filters);
        packed += (nint)blocks.From * convolution.Taps * channels * Block;
        for (int block = blocks.From; block < blocks.To; block++)
        {
            for (int first = 0; first < channels; first += Block)
            {
                for (int tap = 0; tap < convolution.Taps; tap++)
                {
                    float* from = kernel + (((nint)tap * channels) + first) * filters + (block * Block);
                    for (int lane = 0; lane < Math.Min(Block, channels - first); lane++, from += filters, packed += Block)
                    {
                        new ReadOnlySpan<float>(from, Block).CopyTo(new Span<float>(packed, Block));
                    }
                }
            }
        }
    }

    /// <summary>The same for the gradient of the input: blocks of channels, each with all phases, taps and filters.</summary>
    /// <param name="kernel">Row, column, channel, filter.</param>
    /// <param name="packed">Block of channels, phase, block of filters, row, column, filter, 16 channels; zeros where a block is not full.</param>
    /// <param name="convolution">The sizes.</param>
    /// <param name="blocks">The blocks of channels to do.</param>
    public static void PackTurned(float* kernel, float* packed, in BlockConvolution convolution, Share blocks)
    {
        packed += (nint)blocks.From * convolution.Taps * convolution.Filters * Block;
        for (int block = blocks.From; block < blocks.To; block++)
        {
            for (int index = 0; index < convolution.RowStride * convolution.ColumnStride; index++)
            {
                BlockPhase phase = convolution.Phase(index);
                for (int filter = 0; filter < convolution.Filters; filter += Block)
                {
                    for (int tap = 0; tap < phase.TapRows * phase.TapColumns; tap++, packed += Block * Block)
                    {
                        int row = phase.LastRow - (tap / phase.TapColumns * convolution.RowStride);
                        int column = phase.LastColumn - (tap % phase.TapColumns * convolution.ColumnStride);
                        Turn(kernel, (row * convolution.KernelColumns) + column, block * Block, filter, packed, convolution.Channels, convolution.Filters);
                    }
                }
            }
        }
    }

    /// <summary>The weights of one tap between a block of channels and one of filters, filters first.</summary>
    /// <param name="kernel">Row, column, channel, filter.</param>
    /// <param name="tap">The tap.</param>
    /// <param name="channel">The block's first channel.</param>
    /// <param name="filter">The block's first filter.</param>
    /// <param name="packed">Filter, channel; zeros where the block of channels is not full.</param>
    /// <param name="channels">Channels of the kernel.</param>
    /// <param name="filters">Filters of the kernel.</param>
    public static void Turn(float* kernel, int tap, int channel, int filter, float* packed, int channels, int filters)
    {
        float* from = kernel + ((((nint)tap * channels) + channel) * filters) + filter;
        int real = Math.Min(Block, channels - channel);
        if (real == Block)
        {
            LaneTranspose.ToLanes(from, filters, Block, packed, Block);
            return;
        }

        for (int f = 0; f < Block; f++)
        {
            for (int c = 0; c < Block; c++)
            {
                packed[(f * Block) + c] = c < real ? from[((nint)c * filters) + f] : 0;
            }
        }
    }
}
