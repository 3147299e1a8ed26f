namespace NetDsl;

/// <summary>How pictures of an IDX file become samples.</summary>
public sealed record IdxOptions
{
    /// <summary>Height and width to pad to on all sides alike, such as 32 for LeNet-5; 0 leaves the pictures as they are.</summary>
    public int PadTo { get; init; }

    /// <summary>The pixel of the padding, before scaling.</summary>
    public byte PadValue { get; init; }

    /// <summary>How pixels become inputs; 0 to 1 unless set.</summary>
    public PixelScale PixelScale { get; init; } = PixelScale.Unit;
}
