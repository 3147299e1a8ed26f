namespace NetDsl;

/// <summary>How the pictures of a folder become samples.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>Rows of a sample.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of a sample.</summary>
    public required int Width { get; init; }

    /// <summary>1 for grey, 3 for red-green-blue.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>What happens to pictures of other proportions.</summary>
    public PictureFit Fit { get; init; } = PictureFit.Crop;

    /// <summary>How pixels become inputs; 0 to 1 unless set.</summary>
    public PixelScale PixelScale { get; init; } = PixelScale.Unit;

    /// <summary>
    /// Bytes of decoded samples to keep in memory, a byte for each value; what does not fit is decoded again in every epoch. 0 keeps none.
    /// </summary>
    public long CacheBytes { get; init; } = 1L << 30;

    internal SampleShape Shape => new(Height, Width, Channels);
}
