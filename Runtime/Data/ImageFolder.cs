namespace NetDsl;

/// <summary>
/// Pictures in a folder with a subfolder for each class, whose name is the class's. PNG, JPEG, PGM and PPM are read. Pictures are decoded
/// when they are asked for and kept in memory as far as <see cref="ImageFolderOptions.CacheBytes"/> goes; a trainer has them decoded ahead.
/// </summary>
public sealed class ImageFolder : IImageDataset, IParallelDataset
{
    private const int Listed = 3;

    private readonly ImageFolderOptions options;
    private readonly string[] files;
    private readonly int[] labels;
    private readonly float[] values;
    private readonly byte[]?[] cache;
    private long cached;

    private ImageFolder(string path, ImageFolderOptions options, ImageFolderScan scan)
    {
        (Path, this.options) = (path, options);
        (files, labels, ClassNames) = (scan.Files, scan.Labels, scan.ClassNames);
        SampleLength = options.Shape.Length;
        values = options.PixelScale.Table();
        cache = new byte[files.Length][];
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The pictures' files, class by class.</summary>
    public IReadOnlyList<string> Files => files;

    /// <inheritdoc/>
    public int Count => files.Length;

    /// <inheritdoc/>
    public int SampleLength { get; }

    /// <inheritdoc/>
    public int Height => options.Height;

    /// <inheritdoc/>
    public int Width => options.Width;

    /// <inheritdoc/>
    public int Channels => options.Channels;

    /// <inheritdoc/>
    public int Classes => ClassNames.Count;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Lists the pictures of a folder, in the order of their names; none is read yet.</summary>
    /// <param name="path">The folder with the classes' folders.</param>
    /// <param name="options">How pictures become samples.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <exception cref="InvalidDataException">
    /// There are less than two classes, a class without pictures, pictures outside of the classes' folders, or pictures of a kind that is
    /// not read; the message says which.
    /// </exception>
    /// <exception cref="IOException">The folder is missing or cannot be read.</exception>
    public static ImageFolder Open(string path, ImageFolderOptions options)
    {
        _ = options.Shape.Length;
        if (options.Channels is not (1 or 3))
        {
            throw new ArgumentException($"Samples of {SampleGeometry.Text(options.Channels)} channels are wanted; a picture gives 1 (grey) or 3 (RGB)");
        }

        TransformArgument.Within(options.CacheBytes, 0, long.MaxValue, "The cache in bytes");
        return new ImageFolder(path, options, ImageFolderScan.Of(path));
    }

    /// <inheritdoc/>
    public int Label(int index) => labels[index];

    /// <inheritdoc/>
    public void CopySample(int index, Span<float> destination) => PixelScale.Apply(values, Pixels(index), destination);

    /// <inheritdoc/>
    public void CopySample(int epoch, int index, Span<float> destination) => CopySample(index, destination);

    /// <summary>Reads every picture once, on all cores, so that a damaged one is found before a training and not in the middle of it.</summary>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="InvalidDataException">Pictures cannot be read; the message names the first ones and says how many there are.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Check(CancellationToken token = default)
    {
        var faults = new string?[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = token }, index =>
        {
            try
            {
                Pixels(index);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                faults[index] = e.Message;
            }
        });
        string[] found = [.. faults.OfType<string>()];
        if (found.Length > 0)
        {
            string count = found.Length == 1 ? "" : $"{SampleGeometry.Text(found.Length)} of {SampleGeometry.Text(files.Length)} pictures cannot be read: ";
            string more = found.Length > Listed ? "; and others" : "";
            throw new InvalidDataException(count + string.Join("; ", found.Take(Listed)) + more);
        }
    }

    // Two threads that miss the same picture both decode it, to the same bytes.
    private byte[] Pixels(int index)
    {
        if (Volatile.Read(ref cache[index]) is { } known)
        {
            return known;
        }

        byte[] pixels = PictureReader.Read(files[index]).ToPixels(options.Shape, options.Fit);
        if (Interlocked.Add(ref cached, pixels.Length) <= options.CacheBytes)
        {
            Volatile.Write(ref cache[index], pixels);
        }
        else
        {
            Interlocked.Add(ref cached, -pixels.Length);
        }

        return pixels;
    }
}
