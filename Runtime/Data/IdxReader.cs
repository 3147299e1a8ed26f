namespace NetDsl;

/// <summary>
/// Reads IDX files such as MNIST's, plain or compressed by gzip (found out from the content, not the name). A claimed
/// size is checked against the file before memory is allocated for it.
/// </summary>
public static class IdxReader
{
    /// <summary>Reads pictures of one byte a pixel.</summary>
    /// <param name="path">A file with three dimensions: pictures, rows, columns.</param>
    /// <param name="options">Padding and scale; 0 to 1 without padding unless given.</param>
    /// <exception cref="InvalidDataException">The file is no such IDX file, or damaged; the message names it and says how.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The pictures are larger than what they should be padded to.</exception>
    public static IdxImages ReadImages(string path, IdxOptions? options = null)
    {
        options ??= new IdxOptions();
        using IdxFile file = IdxFile.Open(path, rank: 3);
        int[] dimensions = file.Header.Dimensions;
        (int count, int rows, int columns) = (dimensions[0], dimensions[1], dimensions[2]);
        (int height, int width) = options.PadTo == 0 ? (rows, columns) : (options.PadTo, options.PadTo);
        if (rows > height || columns > width)
        {
            throw new ArgumentException(
                $"{path} has pictures of {rows} x {columns}; they cannot be padded to {SampleGeometry.Text(options.PadTo)}, which is smaller");
        }

        var samples = new float[SampleCount(path, (long)height * width, count)];
        Array.Fill(samples, options.PixelScale.Apply(options.PadValue));
        var picture = new byte[checked(rows * columns)];
        int top = (height - rows) / 2;
        int left = (width - columns) / 2;
        for (int i = 0; i < count; i++)
        {
            file.Read(picture);
            Place(picture, columns, samples.AsSpan(i * height * width, height * width), width, top, left, options.PixelScale);
        }

        return new IdxImages(samples, count, height, width);
    }

    /// <summary>Reads labels of one byte each.</summary>
    /// <param name="path">A file with one dimension.</param>
    /// <exception cref="InvalidDataException">The file is no such IDX file, or damaged; the message names it and says how.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static int[] ReadLabels(string path)
    {
        using IdxFile file = IdxFile.Open(path, rank: 1);
        var bytes = new byte[file.Header.Dimensions[0]];
        file.Read(bytes);
        return Array.ConvertAll(bytes, label => (int)label);
    }

    private static int SampleCount(string path, long pixels, int count)
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Int128 floats = (Int128)pixels * count;
        if (floats > Array.MaxLength || floats * sizeof(float) > available)
        {
            throw new InvalidDataException($"{path} has {SampleGeometry.Text(count)} pictures of {SampleGeometry.Text(pixels)} "
                + "pixels; as floats they do not fit in memory");
        }

        return (int)floats;
    }

    private static void Place(
        ReadOnlySpan<byte> picture, int columns, Span<float> sample, int width, int top, int left, PixelScale scale)
    {
        for (int row = 0; row * columns < picture.Length; row++)
        {
            ReadOnlySpan<byte> from = picture.Slice(row * columns, columns);
            Span<float> to = sample.Slice((row + top) * width + left, columns);
            for (int column = 0; column < columns; column++)
            {
                to[column] = scale.Apply(from[column]);
            }
        }
    }
}
