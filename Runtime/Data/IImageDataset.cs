namespace NetDsl;

/// <summary>Labelled pictures of one size, height x width x channels floats each.</summary>
public interface IImageDataset : ILabeledDataset
{
    /// <summary>Rows of a sample.</summary>
    int Height { get; }

    /// <summary>Columns of a sample.</summary>
    int Width { get; }

    /// <summary>Channels of a sample: 1 for grey, 3 for red-green-blue.</summary>
    int Channels { get; }

    /// <summary>What each class is called; "0", "1" and so on where the data give no names.</summary>
    IReadOnlyList<string> ClassNames { get; }
}
