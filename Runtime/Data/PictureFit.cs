namespace NetDsl;

/// <summary>How a picture of other proportions becomes a sample.</summary>
public enum PictureFit
{
    /// <summary>Resized until it covers the sample; what stands out on two sides is cut off.</summary>
    Crop,

    /// <summary>Resized to the sample's height and width, whatever that does to its proportions.</summary>
    Stretch,

    /// <summary>Resized until the sample holds it; the rest is black.</summary>
    Pad,
}
