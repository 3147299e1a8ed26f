namespace NetDsl.Generator;

/// <summary>Names of the pipeline's steps, by which tests see what an edit recomputed.</summary>
internal static class TrackingNames
{
    public const string Parsing = "Parsing";
    public const string Shapes = "Shapes";
    public const string Planning = "Planning";
    public const string Kernels = "Kernels";
    public const string Source = "Source";
}
