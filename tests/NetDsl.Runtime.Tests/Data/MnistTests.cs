namespace NetDsl.Tests;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Four_files_make_two_data_sets()
    {
        folder.Write("train-images-idx3-ubyte.gz", IdxFiles.Gzip(IdxFiles.Images(3, 28, 28)));
        folder.Write("train-labels-idx1-ubyte", IdxFiles.Labels(1, 2, 3));
        folder.Write("t10k-images.idx3-ubyte", IdxFiles.Images(2, 28, 28));
        folder.Write("t10k-labels.idx1-ubyte.gz", IdxFiles.Gzip(IdxFiles.Labels(9, 0)));
        Mnist mnist = Mnist.Load(folder.Root, new IdxOptions { PadTo = 32 });
        Assert.Equal((3, 32, 32, 1, 10), (mnist.Training.Count, mnist.Training.Height, mnist.Training.Width, mnist.Training.Channels, mnist.Training.Classes));
        Assert.Equal([9, 0], mnist.Test.Labels.ToArray());
    }

    [Fact]
    public void Missing_files_are_listed()
    {
        folder.Write("train-images-idx3-ubyte", IdxFiles.Images(1, 2, 2));
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => Mnist.Load(folder.Root));
        Assert.Contains("train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("train-images", e.Message, StringComparison.Ordinal);
        Assert.Contains("no folder", Assert.Throws<FileNotFoundException>(() => Mnist.Load(folder["absent"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_and_labels_must_fit()
    {
        WriteAll(IdxFiles.Labels(1, 2));
        Assert.Contains("1 pictures", Assert.Throws<InvalidDataException>(() => Mnist.Load(folder.Root)).Message, StringComparison.Ordinal);
        WriteAll(IdxFiles.Labels(10));
        Assert.Contains("label 10 at 0", Assert.Throws<InvalidDataException>(() => Mnist.Load(folder.Root)).Message, StringComparison.Ordinal);
    }

    private void WriteAll(byte[] labels)
    {
        foreach (string part in new[] { "train", "t10k" })
        {
            folder.Write($"{part}-images-idx3-ubyte", IdxFiles.Images(1, 2, 2));
            folder.Write($"{part}-labels-idx1-ubyte", labels);
        }
    }
}
