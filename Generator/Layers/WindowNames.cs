namespace NetDsl.Generator.Layers;

/// <summary>What the arguments of one dimension of a window are called.</summary>
internal sealed record WindowNames(
    string Kernel, string Stride, string Dilation, string PadBefore, string PadAfter, string Cells, string Before, string After)
{
    private static readonly WindowNames Steps =
        new("length", "Stride", "Dilation", "PadLeft", "PadRight", "steps", "before", "after");

    private static readonly WindowNames Slices =
        new("depth", "StrideDepth", "DilationDepth", "PadFront", "PadBack", "slices", "in front of", "behind");

    private static readonly WindowNames Rows =
        new("height", "StrideHeight", "DilationHeight", "PadTop", "PadBottom", "rows", "above", "below");

    private static readonly WindowNames Columns =
        new("width", "StrideWidth", "DilationWidth", "PadLeft", "PadRight", "columns", "left of", "right of");

    private static readonly WindowNames[][] All = [[], [Steps], [Rows, Columns], [Slices, Rows, Columns]];

    /// <summary>The dimensions of sequences (rank 1), images (2) or volumes (3), outermost first.</summary>
    public static IReadOnlyList<WindowNames> Of(int rank) => All[rank];
}
