namespace NetDsl.Runtime;

/// <summary>
/// Where an activation stands in an arena: its first cell, and how far apart rows (and, with samples in the lanes, channel
/// planes) are, which exceeds the width (or height) where a border of zeros surrounds it.
/// </summary>
/// <param name="Offset">The first real value, in floats; with samples in the lanes, in groups of 16.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Cells of a row.</param>
/// <param name="Channels">Values of a cell.</param>
/// <param name="RowPitch">Cells from one row to the next.</param>
/// <param name="PlanePitch">Cells from one channel's plane to the next, where channels stand apart.</param>
public readonly record struct CellLayout(int Offset, int Height, int Width, int Channels, int RowPitch, int PlanePitch)
{
    /// <summary>Number of values of one sample.</summary>
    public int Length => Height * Width * Channels;
}
