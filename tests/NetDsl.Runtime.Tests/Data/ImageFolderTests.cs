namespace NetDsl.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageFolderOptions Small = new() { Height = 4, Width = 4 };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Subfolders_are_classes_and_every_kind_is_read()
    {
        Write("cats", "b.png", Png(10));
        Write("cats", "A.PPM", "P6 1 1 255\n\u0001\u0002\u0003"u8.ToArray());
        Write("cats/more", "c.jpg", JpegFiles.Plain(16, 16, 200));
        Write("dogs", "d.pgm", "P5 2 1 255\n\u0010\u0010"u8.ToArray());
        Write("dogs", "notes.txt", [1]);
        Write("dogs", ".hidden.png", [1]);
        ImageFolder data = ImageFolder.Open(folder.Root, Small);
        Assert.Equal(["cats", "dogs"], data.ClassNames);
        Assert.Equal(["A.PPM", "b.png", "c.jpg", "d.pgm"], data.Files.Select(Path.GetFileName));
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(data.Label));
        data.Check();
        var sample = new float[data.SampleLength];
        data.CopySample(1, sample);
        Assert.All(sample, value => Assert.Equal(10 / 255f, value, 1e-6f));
        data.CopySample(2, sample);
        Assert.All(sample, value => Assert.Equal(200 / 255f, value, 0.02f));
    }

    [Fact]
    public void Names_may_have_spaces_and_any_letters()
    {
        Write("große Katzen 猫", "Bild eins é.png", Png(1));
        Write("собаки", "🐕.png", Png(2));
        ImageFolder data = ImageFolder.Open(folder.Root, Small);
        data.Check();
        Assert.Equal(["große Katzen 猫", "собаки"], data.ClassNames);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(1 << 20)]
    public void The_cache_changes_nothing(long bytes)
    {
        for (byte i = 0; i < 6; i++)
        {
            Write(i % 2 == 0 ? "a" : "b", $"{i}.png", Png((byte)(40 * i)));
        }

        ImageFolder data = ImageFolder.Open(folder.Root, Small with { CacheBytes = bytes });
        var sample = new float[data.SampleLength];
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 6; i++)
            {
                data.CopySample(i, sample);
                Assert.Equal(40 * (2 * (i % 3) + i / 3) / 255f, sample[0], 1e-6f);
            }
        }
    }

    [Fact]
    public void Proportions_are_kept_unless_told_otherwise()
    {
        // Black, white, black: the middle of a wide picture.
        var pixels = new byte[3 * 12 * 4];
        for (int i = 0; i < 48; i++)
        {
            pixels.AsSpan(3 * i, 3).Fill(i % 12 is >= 4 and < 8 ? (byte)255 : (byte)0);
        }

        var picture = new Picture(12, 4, 3, pixels);
        Assert.All(picture.ToPixels(new SampleShape(4, 4, 3), PictureFit.Crop), value => Assert.Equal(255, value));
        Assert.Equal(0, picture.ToPixels(new SampleShape(4, 4, 3), PictureFit.Stretch)[0]);
        byte[] padded = picture.ToPixels(new SampleShape(12, 12, 1), PictureFit.Pad);
        Assert.Equal((0, 255), (padded[6], padded[5 * 12 + 6]));
    }

    [Fact]
    public void A_split_is_by_seed_and_keeps_the_shares_of_the_classes()
    {
        var data = new LabeledSamples([.. Enumerable.Range(0, 100).Select(i => (float)i)], [.. Enumerable.Range(0, 100).Select(i => i < 80 ? 0 : i < 99 ? 1 : 2)], 1, 1, 1);
        DatasetSplit split = DatasetSplit.Random(data, 0.25, seed: 3);
        int[] held = [.. Enumerable.Range(0, split.Validation.Count).Select(split.Validation.Label)];
        Assert.Equal((20, 5, 0), (held.Count(label => label == 0), held.Count(label => label == 1), held.Count(label => label == 2)));
        Assert.Equal(100, split.Training.Count + split.Validation.Count);
        Assert.Equal(Indices(split), Indices(DatasetSplit.Random(data, 0.25, seed: 3)));
        Assert.NotEqual(Indices(split), Indices(DatasetSplit.Random(data, 0.25, seed: 4)));
        Assert.Equal(25, DatasetSplit.Random(data, 0.25, seed: 3, stratified: false).Validation.Count);
        Assert.Contains("cannot be split", Assert.Throws<ArgumentException>(() => DatasetSplit.Random(data.Slice(0, 1), 0.5)).Message, StringComparison.Ordinal);
        Assert.Contains("is 1;", Assert.Throws<ArgumentOutOfRangeException>(() => DatasetSplit.Random(data, 1)).Message, StringComparison.Ordinal);

        static float[] Indices(DatasetSplit split)
        {
            var indices = new float[split.Validation.Count];
            for (int i = 0; i < indices.Length; i++)
            {
                split.Validation.CopySample(i, indices.AsSpan(i, 1));
            }

            return indices;
        }
    }

    [Fact]
    public void Preprocessing_is_saved_with_the_weights()
    {
        var network = new SoftmaxRegression(1);
        var preprocessing = new Preprocessing { Height = 2, Width = 2, Channels = 1, Mean = [0.5], StandardDeviation = [0.25], ClassNames = ["x", "y", "ä \"z\""], Fit = PictureFit.Pad };
        preprocessing.Store(network.Parameters);
        network.Save(folder["w.safetensors"]);
        Preprocessing found = Preprocessing.Of(SoftmaxRegression.Load(folder["w.safetensors"]).Parameters)!;
        Assert.Equal(preprocessing.ClassNames, found.ClassNames);
        Assert.Equal((PictureFit.Pad, 0.25), (found.Fit, found.StandardDeviation[0]));
        Assert.Equal([2, 2, 2, 2], found.ToSample(new Picture(2, 2, 1, [255, 255, 255, 255])));
        Assert.Null(Preprocessing.Of(new SoftmaxRegression(1).Parameters));
        network.Parameters.Metadata["preprocessing"] = "{\"height\": 3}";
        Assert.Throws<InvalidDataException>(() => Preprocessing.Of(network.Parameters));
    }

    private static byte[] Png(byte value)
    {
        using var stream = new MemoryStream();
        PngWriter.Write(stream, new Picture(3, 3, 1, [.. Enumerable.Repeat(value, 9)]));
        return stream.ToArray();
    }

    private void Write(string subfolder, string name, byte[] content)
    {
        Directory.CreateDirectory(folder[subfolder]);
        File.WriteAllBytes(Path.Combine(folder[subfolder], name), content);
    }
}
