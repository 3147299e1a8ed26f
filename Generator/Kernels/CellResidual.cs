namespace NetDsl.Generator.Kernels;

/// <summary>A value that a convolution adds to its sums before the activation, as at the end of a residual branch (He et al. 2015).</summary>
internal static class CellResidual
{
    public static string Suffix(CellView? view, ConvGeometry geometry) =>
        view is { } residual ? "_Add" + residual.Suffix("r", geometry.Width.Out, geometry.Filters) : "";

    public static string[] Parameters(CellView? view) => view is null ? [] : ["float* residual"];
}
