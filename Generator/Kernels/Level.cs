namespace NetDsl.Generator.Kernels;

/// <summary>An instruction level: how wide its vectors are and how many of them stay in registers.</summary>
/// <param name="Bits">Width of a vector.</param>
/// <param name="Registers">Vector registers.</param>
/// <param name="Accumulators">Running sums that leave room for operands: of 32 registers 26, of 16 12.</param>
/// <param name="MultiplyAdd">The method that computes a * b + c; below 256 bits x86 may lack the fused form.</param>
internal sealed record Level(int Bits, int Registers, int Accumulators, string MultiplyAdd)
{
    /// <summary>Samples that training keeps side by side, at every level: a cell is one, two or four vectors.</summary>
    public const int CellFloats = 16;

    public static Level V512 { get; } = new(512, 32, 26, "FusedMultiplyAdd");

    public static Level V256 { get; } = new(256, 16, 12, "FusedMultiplyAdd");

    public static Level V128 { get; } = new(128, 16, 12, "MultiplyAddEstimate");

    public static IReadOnlyList<Level> All { get; } = [V512, V256, V128];

    /// <summary>Floats in a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary>Vectors in a cell of 16 samples.</summary>
    public int CellVectors => CellFloats / Lanes;

    /// <summary>The vector class, such as <c>Vector256</c>.</summary>
    public string Type => $"Vector{Bits}";

    public string Fma(string a, string b, string sum) => $"{sum} = {MultiplyAdd}({a}, {b}, {sum});";
}
