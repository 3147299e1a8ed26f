using System.Buffers.Binary;
using DigitRecognition.Digits;

namespace DigitRecognition.Tests;

/// <summary>A small data set laid out like MNIST.</summary>
internal static class IdxFolder
{
    public const string TrainingImages = "train-images-idx3-ubyte";

    public static void Write(string folder, int training, int test)
    {
        Directory.CreateDirectory(folder);
        WritePart(folder, TrainingImages, "train-labels-idx1-ubyte", part: 0, training);
        WritePart(folder, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", part: 1, test);
    }

    private static void WritePart(string folder, string imageName, string labelName, int part, int count)
    {
        byte[] images = [.. Enumerable.Range(0, count).SelectMany(i => DrawnDigits.Paint(1, part, i).Pixels.ToArray())];
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
        File.WriteAllBytes(Path.Combine(folder, imageName), [.. Header(count, DigitPainter.Size, DigitPainter.Size), .. images]);
        File.WriteAllBytes(Path.Combine(folder, labelName), [.. Header(count), .. labels]);
    }

    private static byte[] Header(params int[] dimensions)
    {
        var header = new byte[4 + 4 * dimensions.Length];
        (header[2], header[3]) = (0x08, (byte)dimensions.Length);
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), dimensions[i]);
        }

        return header;
    }
}
