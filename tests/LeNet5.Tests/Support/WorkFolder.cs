using NetDsl;

namespace DigitRecognition.Tests;

/// <summary>A folder that an example runs in; gone when the test is over.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("lenet5-").FullName;

    public string Run => Path.Combine(Root, "runs", "lenet5");

    public string Weights => Path.Combine(Run, "weights.safetensors");

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Weights as an earlier run left them.</summary>
    public byte[] WriteEarlierWeights()
    {
        Directory.CreateDirectory(Run);
        new LeNet5(seed: 77).Save(Weights);
        return File.ReadAllBytes(Weights);
    }

    /// <summary>A picture that can be read, with a bright stroke on a dark ground.</summary>
    public string WritePicture(string name)
    {
        var pixels = new byte[40 * 40];
        for (int row = 6; row < 34; row++)
        {
            pixels.AsSpan(row * 40 + 18, 4).Fill(255);
        }

        PngWriter.Write(this[name], new Picture(40, 40, 1, pixels));
        return name;
    }

    /// <summary>Names of the run's files, those written aside included.</summary>
    public string[] RunFiles() => [.. Directory.GetFiles(Run, "*", new EnumerationOptions { AttributesToSkip = 0 })
        .Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
