namespace NetDsl.Runtime;

/// <summary>
/// Sizes and distances of a convolution over blocks of 16 channels, for generated code: planes of cells, a cell holding 16 channels of
/// one sample. Distances are in floats.
/// </summary>
/// <param name="Channels">Input channels.</param>
/// <param name="Filters">Output channels, whole blocks of 16.</param>
/// <param name="KernelRows">Rows of the kernel.</param>
/// <param name="KernelColumns">Columns of the kernel.</param>
/// <param name="RowStride">Vertical stride.</param>
/// <param name="ColumnStride">Horizontal stride.</param>
/// <param name="Top">Rows of padding above the input.</param>
/// <param name="Left">Columns of padding left of the input.</param>
/// <param name="InputRows">Rows of the input.</param>
/// <param name="InputColumns">Columns of the input.</param>
/// <param name="InputRow">From one row of the input to the next.</param>
/// <param name="InputPlane">From one block of the input's channels to the next.</param>
/// <param name="Rows">Rows of the output.</param>
/// <param name="Columns">Columns of the output.</param>
/// <param name="OutputRow">From one row of the output to the next.</param>
/// <param name="OutputPlane">From one block of filters to the next in the output.</param>
/// <param name="BorderTop">Rows of zeros above the output's gradient, where the input's gradient reads them.</param>
/// <param name="BorderLeft">Columns of zeros left of it.</param>
/// <param name="BorderRow">From one row to the next within that border.</param>
/// <param name="BorderPlane">From one block of filters to the next within that border.</param>
public readonly record struct BlockConvolution(
    int Channels, int Filters, int KernelRows, int KernelColumns, int RowStride, int ColumnStride, int Top, int Left,
    int InputRows, int InputColumns, int InputRow, int InputPlane,
    int Rows, int Columns, int OutputRow, int OutputPlane,
    int BorderTop, int BorderLeft, int BorderRow, int BorderPlane)
{
    /// <summary>Taps of the kernel.</summary>
    public int Taps => KernelRows * KernelColumns;

    /// <summary>Blocks of input channels, the last one perhaps in part.</summary>
    public int InputBlocks => (Channels + Lanes.Count - 1) / Lanes.Count;

    /// <summary>Blocks of filters.</summary>
    public int OutputBlocks => Filters / Lanes.Count;

    /// <summary>The walk of the forward pass, from the corner of the first window.</summary>
    public BlockWalk Forward => new(
        InputBlocks, InputPlane, KernelRows, KernelColumns * Lanes.Count, InputRow, Rows, Columns,
        ColumnStride * Lanes.Count, RowStride * InputRow, Lanes.Count, OutputRow, 0, 0);

    /// <summary>From the first real cell of the input to the corner of the first window.</summary>
    public int Corner => -(Top * InputRow) - (Left * Lanes.Count);

    /// <summary>
    /// The input cells whose rows and columns leave given remainders when divided by the strides get their gradients through the same
    /// taps, so that each such phase is a convolution of stride 1 over the output's gradient.
    /// </summary>
    /// <param name="phase">From 0 to row stride times column stride.</param>
    public BlockPhase Phase(int phase)
    {
        int row = phase / ColumnStride, column = phase % ColumnStride, weights = 0;
        for (int earlier = 0; earlier < phase; earlier++)
        {
            weights += Axis(earlier / ColumnStride, Top, KernelRows, RowStride).Count * Axis(earlier % ColumnStride, Left, KernelColumns, ColumnStride).Count;
        }

        (int lastRow, int taps, int fromRow) = Axis(row, Top, KernelRows, RowStride);
        (int lastColumn, int columnTaps, int fromColumn) = Axis(column, Left, KernelColumns, ColumnStride);
        int rows = (InputRows - row + RowStride - 1) / RowStride, columns = (InputColumns - column + ColumnStride - 1) / ColumnStride;
        int gradientRow = InputColumns * Lanes.Count;
        var walk = new BlockWalk(
            OutputBlocks, BorderPlane, columnTaps == 0 ? 0 : taps, columnTaps * Lanes.Count, BorderRow, rows, columns,
            Lanes.Count, BorderRow, ColumnStride * Lanes.Count, RowStride * gradientRow, ColumnStride * Lanes.Count, RowStride * InputRow);
        return new BlockPhase(
            walk, lastRow, lastColumn, taps, columnTaps, weights * Filters * Lanes.Count,
            ((BorderTop + fromRow) * BorderRow) + ((BorderLeft + fromColumn) * Lanes.Count),
            (row * gradientRow) + (column * Lanes.Count), (row * InputRow) + (column * Lanes.Count));
    }

    // The taps that reach input cells of a remainder: the last of them, how many, and the output that it reads for the first such cell.
    private static (int Last, int Count, int From) Axis(int remainder, int before, int kernel, int stride)
    {
        int first = (remainder + before) % stride, count = first < kernel ? ((kernel - 1 - first) / stride) + 1 : 0;
        int last = first + ((count - 1) * stride);
        return (last, count, count == 0 ? 0 : (remainder + before - last) / stride);
    }
}

/// <summary>A part of the gradient of a convolution's input; see <see cref="BlockConvolution.Phase"/>.</summary>
/// <param name="Walk">How cells follow each other.</param>
/// <param name="LastRow">The kernel row that reads the earliest row of the output's gradient; the others follow backwards, a stride apart.</param>
/// <param name="LastColumn">Likewise the kernel column.</param>
/// <param name="TapRows">Kernel rows of the phase.</param>
/// <param name="TapColumns">Kernel columns of the phase.</param>
/// <param name="Weights">Where its weights begin among those of a block of channels.</param>
/// <param name="Source">The corner of its first window within the border.</param>
/// <param name="Target">Its first cell in the input's gradient.</param>
/// <param name="Values">Its first cell in the input.</param>
public readonly record struct BlockPhase(
    BlockWalk Walk, int LastRow, int LastColumn, int TapRows, int TapColumns, int Weights, int Source, int Target, int Values);

/// <summary>How a block kernel goes over cells and taps; distances in floats.</summary>
/// <param name="Blocks">Blocks of channels to sum over.</param>
/// <param name="Plane">From one such block to the next.</param>
/// <param name="KernelRows">Rows of taps.</param>
/// <param name="KernelFloats">Taps of a row times 16.</param>
/// <param name="Line">From one row of taps to the next.</param>
/// <param name="Rows">Rows of outputs.</param>
/// <param name="Columns">Columns of outputs.</param>
/// <param name="CellStep">From one output's window to the next.</param>
/// <param name="RowStep">From one row of windows to the next.</param>
/// <param name="OutputCell">From one output to the next.</param>
/// <param name="OutputRow">From one row of outputs to the next.</param>
/// <param name="ValueCell">From one known value to the next, where a derivative is multiplied with.</param>
/// <param name="ValueRow">From one row of known values to the next.</param>
public readonly record struct BlockWalk(
    int Blocks, int Plane, int KernelRows, int KernelFloats, int Line, int Rows, int Columns,
    int CellStep, int RowStep, int OutputCell, int OutputRow, int ValueCell, int ValueRow);
