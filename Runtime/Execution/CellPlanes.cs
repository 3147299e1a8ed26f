namespace NetDsl.Runtime;

/// <summary>
/// Where the planes of cells stand that a kernel of training reads and writes, one plane for each channel; distances are counted in floats
/// and include a border of zeros where one surrounds a plane.
/// </summary>
/// <param name="Channels">Planes of a group of 16 samples.</param>
/// <param name="Rows">Rows of a plane.</param>
/// <param name="RowFloats">Floats of a row's cells, 16 for each.</param>
/// <param name="InputRow">From one row of the input to the next.</param>
/// <param name="InputPlane">From one plane of the input to the next.</param>
/// <param name="OutputRow">From one row of the output to the next.</param>
/// <param name="OutputPlane">From one plane of the output to the next.</param>
public readonly record struct CellPlanes(int Channels, int Rows, int RowFloats, int InputRow, int InputPlane, int OutputRow, int OutputPlane)
{
    /// <summary>Cells of a plane: the values of one channel in each sample.</summary>
    public int Cells => Rows * (RowFloats / Lanes.Count);
}
