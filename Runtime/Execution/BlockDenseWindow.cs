namespace NetDsl.Runtime;

/// <summary>Sizes of a fully connected layer over blocks of 16 channels, for generated code.</summary>
/// <param name="Channels">Input channels, whole blocks of 16.</param>
/// <param name="Cells">Cells of the input: 1 for a vector.</param>
/// <param name="Units">Outputs.</param>
public readonly record struct BlockDenseWindow(int Channels, int Cells, int Units)
{
    /// <summary>Blocks of outputs, the last one perhaps in part.</summary>
    public int OutputBlocks => (Units + Lanes.Count - 1) / Lanes.Count;

    /// <summary>Cells of all blocks of the input; each meets 16 rows of the weights.</summary>
    public int InputCells => Channels / Lanes.Count * Cells;

    /// <summary>The first of the weights' rows that belong to a cell of the input.</summary>
    public int FirstRow(int cell) => (cell % Cells * Channels) + (cell / Cells * Lanes.Count);
}
