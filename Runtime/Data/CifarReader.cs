namespace NetDsl;

/// <summary>Reads CIFAR's binary files: records of one or two bytes of labels, then the red, green and blue planes of 32 x 32 pixels.</summary>
internal static class CifarReader
{
    private const int Side = 32;
    private const int Plane = Side * Side;

    /// <param name="paths">Files whose records follow each other.</param>
    /// <param name="labelBytes">Bytes of labels in a record; the last one counts.</param>
    /// <param name="names">Names of the classes.</param>
    /// <param name="scale">How pixels become inputs.</param>
    public static ImageSamples Read(string[] paths, int labelBytes, string[] names, PixelScale? scale)
    {
        int[] counts = [.. paths.Select(path => Records(path, labelBytes))];
        int count = checked(counts.Sum());
        var pixels = new byte[checked(3 * Plane * count)];
        var labels = new int[count];
        int done = 0;
        for (int i = 0; i < paths.Length; i++)
        {
            using FileStream file = new(paths[i], FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            var record = new byte[labelBytes + 3 * Plane];
            for (int j = 0; j < counts[i]; j++, done++)
            {
                ReadRecord(file, paths[i], record);
                labels[done] = Label(record[labelBytes - 1], names.Length, paths[i], j);
                Interleave(record.AsSpan(labelBytes), pixels.AsSpan(3 * Plane * done, 3 * Plane));
            }
        }

        return new ImageSamples(pixels, labels, new SampleShape(Side, Side, 3), names, scale);
    }

    private static int Records(string path, int labelBytes)
    {
        long length = new FileInfo(path).Length;
        int record = labelBytes + 3 * Plane;
        if (length == 0 || length % record != 0)
        {
            throw new InvalidDataException($"{path} has {SampleGeometry.Text(length)} bytes; expected a multiple of "
                + $"{SampleGeometry.Text(record)}, which a picture takes");
        }

        return length / record <= Array.MaxLength / (3 * Plane)
            ? (int)(length / record)
            : throw new InvalidDataException($"{path} has {SampleGeometry.Text(length)} bytes; at most {SampleGeometry.Text(Array.MaxLength)} are read");
    }

    private static void ReadRecord(FileStream file, string path, byte[] record)
    {
        try
        {
            file.ReadExactly(record);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"{path} became shorter while it was read");
        }
    }

    private static int Label(byte label, int classes, string path, int index) => label < classes
        ? label
        : throw new InvalidDataException($"{path} has label {label} at picture {SampleGeometry.Text(index)}; expected 0 to {classes - 1}");

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int i = 0; i < Plane; i++)
        {
            pixels[3 * i] = planes[i];
            pixels[3 * i + 1] = planes[i + Plane];
            pixels[3 * i + 2] = planes[i + 2 * Plane];
        }
    }
}
