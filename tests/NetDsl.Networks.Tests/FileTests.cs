using Sample.Networks;

namespace NetDsl.Networks.Tests;

public sealed class FileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string FileName => Path.Combine(folder, "network.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_saved_network_loads_with_the_same_bits()
    {
        var network = new LeNet5(9);
        network.Save(FileName);
        LeNet5 loaded = LeNet5.Load(FileName);
        Assert.Equal(Samples.Bits(Samples.All(network.Parameters)), Samples.Bits(Samples.All(loaded.Parameters)));
        float[] input = Samples.Draw(3 * LeNet5.InputLength);
        Assert.Equal(Samples.Bits(network.Predict(input)), Samples.Bits(loaded.Predict(input)));
    }

    [Fact]
    public void Another_networks_file_is_refused_with_what_differs()
    {
        new Regression().Save(FileName);
        string message = Assert.Throws<InvalidDataException>(() => LeNet5.Load(FileName)).Message;
        Assert.Contains("C1.weight", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        new LeNet5().Save(FileName);
        byte[] bytes = File.ReadAllBytes(FileName);
        File.WriteAllBytes(FileName, bytes[..(bytes.Length / 2)]);
        Assert.Throws<InvalidDataException>(() => LeNet5.Load(FileName));
    }
}
