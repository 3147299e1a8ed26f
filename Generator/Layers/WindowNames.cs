namespace NetDsl.Generator.Layers;

/// <summary>What the arguments of one dimension of a window are called.</summary>
internal sealed record WindowNames(
    string Kernel, string Stride, string Dilation, string PadBefore, string PadAfter, string Cells, string Before, string After)
{
    public static WindowNames Rows { get; } =
        new("height", "StrideHeight", "DilationHeight", "PadTop", "PadBottom", "rows", "above", "below");

    public static WindowNames Columns { get; } =
        new("width", "StrideWidth", "DilationWidth", "PadLeft", "PadRight", "columns", "left of", "right of");
}
