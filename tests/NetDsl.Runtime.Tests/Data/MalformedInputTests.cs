using System.Buffers.Binary;

namespace NetDsl.Tests;

/// <summary>Two hundred and more inputs that are wrong each in its own way: one line for each that names the file, and little memory.</summary>
public sealed class MalformedInputTests : IDisposable
{
    private const long MostMemory = 8_000_000;

    private static readonly ImageFolderOptions Small = new() { Height = 4, Width = 4 };

    private readonly TemporaryFolder folder = new();
    private int cases;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_is_one_line_in_bounded_memory()
    {
        IdxCases();
        CifarCases();
        PictureCases();
        FolderCases();
        NumberCases();
        Assert.True(cases >= 200, $"{cases} cases");
    }

    private void IdxCases()
    {
        byte[] images = IdxFiles.Images(3, 4, 4), labels = IdxFiles.Labels(1, 2, 3);
        foreach (bool packed in new[] { false, true })
        {
            byte[] images1 = packed ? IdxFiles.Gzip(images) : images, labels1 = packed ? IdxFiles.Gzip(labels) : labels;
            Each(Mutations.Truncated(images1, most: 20), "ü images.idx", path => IdxReader.ReadImages(path));
            Each(Mutations.Truncated(labels1, most: 10), "la bels.idx", path => IdxReader.ReadLabels(path));
            Each(Mutations.Foreign(), "foreign.idx", path => IdxReader.ReadImages(path));
        }

        foreach (int dimension in new[] { 0, -1, int.MaxValue, 1 << 20 })
        {
            for (int place = 0; place < 3; place++)
            {
                byte[] lying = (byte[])images.Clone();
                BinaryPrimitives.WriteInt32BigEndian(lying.AsSpan(4 + 4 * place), dimension);
                Each([lying], "lying.idx", path => IdxReader.ReadImages(path));
            }
        }
    }

    private void CifarCases()
    {
        byte[] record = new byte[3073];
        foreach (int length in new[] { 0, 1, 3072, 3074, 6145, 9000 })
        {
            WriteCifar(new byte[length]);
            One("data_batch_3.bin", () => Cifar.Load(folder.Root));
        }

        foreach (byte label in new byte[] { 10, 11, 99, 255 })
        {
            record[0] = label;
            WriteCifar(record);
            One("data_batch_3.bin", () => Cifar.Load(folder.Root));
        }

        record[0] = 0;
        WriteCifar(record);
        File.WriteAllText(folder["batches.meta.txt"], "cat\ndog\n");
        One("batches.meta.txt", () => Cifar.Load(folder.Root));
        File.Delete(folder["test_batch.bin"]);
        One("test_batch.bin", () => Cifar.Load(folder.Root));

        void WriteCifar(byte[] third)
        {
            foreach (int i in new[] { 1, 2, 4, 5 })
            {
                folder.Write($"data_batch_{i}.bin", new byte[3073]);
            }

            folder.Write("data_batch_3.bin", third);
            folder.Write("test_batch.bin", new byte[3073]);
        }
    }

    private void PictureCases()
    {
        byte[] png = PngFiles.File(PngFiles.Header(4, 4, 8, 0), PngFiles.Data(new byte[20]), PngFiles.End);
        byte[] jpeg = JpegFiles.Plain(16, 16, 77);
        byte[] ppm = "P6 2 2 255\n123456789012"u8.ToArray();
        Each(Mutations.Truncated(png, most: 25), "a.png", Read);
        Each(Mutations.Truncated(jpeg, most: 25), "a.jpg", Read);
        Each(Mutations.Truncated(ppm, most: 25), "a b.ppm", Read);
        Each(Mutations.Foreign(), "日本.png", Read);
        Each(Mutations.Changed(png, 20, from: 8), "changed.png", Read);
        Each(
            [
                PngFiles.File(PngFiles.Header(1 << 30, 1 << 30, 8, 2), PngFiles.Data(1, 2, 3), PngFiles.End),
                PngFiles.File(PngFiles.Header(8000, 8000, 8, 2), PngFiles.Data(1, 2, 3), PngFiles.End),
                PngFiles.File(PngFiles.Header(0, 5, 8, 2), PngFiles.Data(1, 2, 3), PngFiles.End),
                PngFiles.File(PngFiles.Header(5, 5, 7, 2), PngFiles.Data(1, 2, 3), PngFiles.End),
                "P6 99999 99999 255\n"u8.ToArray(),
                "P5 8000 8000 255\n"u8.ToArray(),
                "P6 0 1 255\n"u8.ToArray(),
                "P6 1 1 0\n123"u8.ToArray(),
                "P6 1 1 99999999999999999999\n123"u8.ToArray(),
                "P6 1 1 255\n1234567"u8.ToArray(),
                "P3 1 1 255 NaN 0 0"u8.ToArray(),
                "P3 1 1 255 1 2 256"u8.ToArray(),
                "P2 1 1 -255 1"u8.ToArray(),
            ],
            "lying.img",
            Read);

        static void Read(string path) => PictureReader.Read(path);
    }

    private void FolderCases()
    {
        string root = folder["pictures of all kinds"];
        void Open() => ImageFolder.Open(root, Small).Check();
        One("pictures of all kinds", Open);
        File.WriteAllText(root, "a file");
        One("pictures of all kinds", Open);
        File.Delete(root);
        Directory.CreateDirectory(root);
        One("no subfolder", Open);
        Directory.CreateDirectory(Path.Combine(root, "only"));
        One("one subfolder, only", Open);
        Directory.CreateDirectory(Path.Combine(root, "other"));
        One("only has no picture", Open);
        PngWriter.Write(Path.Combine(root, "only", "a.png"), new Picture(1, 1, 1, [1]));
        One("other has no picture", Open);
        PngWriter.Write(Path.Combine(root, "other", "a.png"), new Picture(1, 1, 1, [1]));
        Open();
        foreach (string name in new[] { "b.gif", "b.bmp", "b.webp", "b.TIFF", "b.heic", "b.avif" })
        {
            string path = Path.Combine(root, "other", name);
            File.WriteAllBytes(path, [1]);
            Assert.Contains("PNG, JPEG, PGM and PPM are read", One(name, Open), StringComparison.Ordinal);
            File.Delete(path);
        }

        string stray = Path.Combine(root, "stray.png");
        File.WriteAllBytes(stray, [1]);
        One("stray.png", Open);
        File.Delete(stray);
        string broken = Path.Combine(root, "only", "broken link.png");
        File.CreateSymbolicLink(broken, folder["nowhere"]);
        One("broken link.png", Open);
        File.Delete(broken);
        for (int i = 0; i < 5; i++)
        {
            File.WriteAllBytes(Path.Combine(root, "other", $"x{i}.png"), [1, 2, 3]);
        }

        Assert.Contains("5 of 7 pictures cannot be read", One("x0.png", Open), StringComparison.Ordinal);
    }

    private void NumberCases()
    {
        foreach (float wrong in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            var data = new LabeledSamples([1, wrong, 2, 3], [0, 1], 2, 1, 1);
            One("not finite", () => ChannelStatistics.Compute(data));
            var network = new SoftmaxRegression(1);
            var samples = new LabeledSamples([.. Enumerable.Repeat(wrong, 16)], [0, 1, 2, 0], 2, 2, 1);
            One("loss", () => new Trainer<SoftmaxRegression>(network).Fit(samples));
            One("mean of channel 0", () => _ = new Normalize([wrong], [1]));
            One("standard deviation of channel 0", () => _ = new Normalize([0], [wrong]));
        }
    }

    private void Each(IEnumerable<byte[]> contents, string name, Action<string> read)
    {
        foreach (byte[] content in contents)
        {
            string path = folder.Write(name, content);
            One(name, () => read(path));
            Assert.Equal(content, File.ReadAllBytes(path));
        }
    }

    // Whatever a program's guard turns into one line on the standard error.
    private string One(string words, Action read)
    {
        using var errors = new StringWriter();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int code = ConsoleApp.Guard(
            () =>
            {
                read();
                return 0;
            },
            errors);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        string line = errors.ToString().TrimEnd('\n');
        Assert.True(code == ConsoleApp.Failed, $"{words}: no error");
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.InRange(line.Length, 20, 900);
        cases++;
        return line;
    }
}
