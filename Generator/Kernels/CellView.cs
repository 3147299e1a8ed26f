namespace NetDsl.Generator.Kernels;

/// <summary>
/// How the cells of a value stand during inference: rows are further apart than their cells where a border of zeros surrounds
/// them, cells further apart than their channels where they are part of a concatenation.
/// </summary>
/// <param name="RowPitch">Cells from one row to the next.</param>
/// <param name="CellPitch">Floats from one cell to the next.</param>
internal readonly record struct CellView(int RowPitch, int CellPitch)
{
    public long RowFloats => (long)RowPitch * CellPitch;

    /// <summary>Part of a kernel's name where the view is not the plain one of that size.</summary>
    public string Suffix(string letter, int width, int channels) =>
        (RowPitch == width ? "" : $"_{letter}{RowPitch}") + (CellPitch == channels ? "" : $"_{letter}c{CellPitch}");
}
