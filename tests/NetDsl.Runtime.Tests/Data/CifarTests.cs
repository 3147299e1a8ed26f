namespace NetDsl.Tests;

public sealed class CifarTests : IDisposable
{
    private const int Plane = 32 * 32;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Five_files_and_a_test_file_are_CIFAR_10()
    {
        for (int file = 1; file <= 5; file++)
        {
            File.WriteAllBytes(folder[$"data_batch_{file}.bin"], [.. Record(file, [(byte)file]), .. Record(10 * file, [(byte)(file - 1)])]);
        }

        File.WriteAllBytes(folder["test_batch.bin"], Record(77, [9]));
        File.WriteAllText(folder["batches.meta.txt"], "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
        Cifar cifar = Cifar.Load(folder.Root);
        Assert.Equal((10, 1, 32, 32, 3, 10), (cifar.Training.Count, cifar.Test.Count, cifar.Test.Height, cifar.Test.Width, cifar.Test.Channels, cifar.Test.Classes));
        Assert.Equal([1, 0, 2, 1, 3, 2, 4, 3, 5, 4], Enumerable.Range(0, 10).Select(cifar.Training.Label));
        Assert.Equal("truck", cifar.Test.ClassNames[cifar.Test.Label(0)]);
        AssertPicture(cifar.Training, 5, 30);
        AssertPicture(cifar.Test, 0, 77);
    }

    [Fact]
    public void Two_files_with_two_labels_each_are_CIFAR_100_with_its_fine_classes()
    {
        File.WriteAllBytes(folder["train.bin"], [.. Record(3, [19, 99]), .. Record(4, [0, 42])]);
        File.WriteAllBytes(folder["test.bin"], Record(5, [1, 7]));
        Cifar cifar = Cifar.Load(folder.Root, PixelScale.Unit);
        Assert.Equal((2, 1, 100, 99, 42, 7), (cifar.Training.Count, cifar.Test.Count, cifar.Test.Classes, cifar.Training.Label(0), cifar.Training.Label(1), cifar.Test.Label(0)));
        Assert.Equal("99", cifar.Training.ClassNames[99]);
        AssertPicture(cifar.Training, 1, 4);
    }

    // Red, green and blue of pixel i are i + start, 2 i + start and 3 i + start, modulo 256.
    private static byte[] Record(int start, byte[] labels) =>
        [.. labels, .. Enumerable.Range(0, 3 * Plane).Select(i => (byte)((i / Plane + 1) * (i % Plane) + start))];

    private static void AssertPicture(ImageSamples samples, int index, int start)
    {
        var sample = new float[samples.SampleLength];
        samples.CopySample(index, sample);
        Assert.All(Enumerable.Range(0, sample.Length), at =>
            Assert.Equal((byte)((at % 3 + 1) * (at / 3) + start) / 255f, sample[at], 1e-6f));
    }
}
