namespace NetDsl;

/// <summary>How much of a kernel is written out in the generated text.</summary>
public enum Unroll
{
    /// <summary>The register tile alone; the smallest text.</summary>
    Tile = 0,

    /// <summary>The register tile and, within the statement limit, the kernel window.</summary>
    Window = 1,

    /// <summary>Straight-line code for every output of every layer, for tiny networks and for reading.</summary>
    Full = 2,
}
