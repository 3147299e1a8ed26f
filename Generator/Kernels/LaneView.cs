namespace NetDsl.Generator.Kernels;

/// <summary>
/// How planes of cells stand in training memory: a cell is 16 samples of one value; rows and planes are further apart than
/// the real cells where a border of zeros surrounds them. Pointers that kernels get point at the first real cell.
/// </summary>
internal readonly record struct LaneView(int RowPitch, int PlanePitch)
{
    public int RowFloats => RowPitch * Level.CellFloats;

    public int PlaneFloats => PlanePitch * Level.CellFloats;

    /// <summary>Part of a kernel's name where the view is not the plain one of that size.</summary>
    public string Suffix(string letter, int height, int width) =>
        RowPitch == width && PlanePitch == height * width ? "" : $"_{letter}{RowPitch}x{PlanePitch}";
}
