using NetDsl;

namespace DigitRecognition;

/// <summary>The files of a run, in one folder. Each appears whole or not at all.</summary>
internal sealed class RunFiles(string folder)
{
    private const int DigitsOnSheet = 100;

    public string Folder { get; } = folder;

    public string Weights => Path.Combine(Folder, "weights.safetensors");

    public string Checkpoints => Path.Combine(Folder, "checkpoints");

    /// <summary>Finds out before the training whether there will be a place for what it gives.</summary>
    public void CheckWritable()
    {
        AtomicFile.CreateFolder(Weights);
        AtomicFile.CheckWritable(Weights);
    }

    /// <summary>Writes weights and pictures, and says where.</summary>
    public void Save<TNetwork>(TNetwork network, FirstLayer first, TrainingHistory history, LabeledSamples digits)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        network.Save(Weights);
        Console.WriteLine($"Saved in {Path.GetFullPath(Folder)}:");
        Console.WriteLine($"  {Path.GetFileName(Weights),-22}the weights, for predict and other programs");
        Picture digit = FeatureMapPicture.Draw(digits.Sample(0), digits.Height, digits.Width, 1, scale: 1);
        Write("training.png", TrainingCurve.Draw(history), "loss and accuracy over the epochs");
        Write("digits.png", Sheet(digits), "some of the digits to test on");
        Write("digit.png", digit, "one of them, to try predict with");
        Write("filters.png", FilterPicture.Draw(network.Parameters[$"{first.Name}.weight"]), $"the filters of {first.Name}");
        Write("feature-maps.png", FeatureMaps(network, first, digits.Sample(0)), $"what {first.Name} makes of digit.png");
    }

    /// <summary>Once its results are saved, a training has nothing to go on with.</summary>
    public static void RemoveCheckpoints(CheckpointOptions? options)
    {
        if (options is not null)
        {
            new CheckpointFolder(options.Folder).Clear();
        }
    }

    private static Picture FeatureMaps<TNetwork>(TNetwork network, FirstLayer first, ReadOnlySpan<float> digit)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        using TrainingPass pass = network.CreateTrainingPass(batch: 1);
        pass.Forward(digit);
        return FeatureMapPicture.Draw(pass.Activation(first.Name), first.Height, first.Width, first.Channels);
    }

    // A sheet of digits is one picture whose channels are the digits.
    private static Picture Sheet(LabeledSamples digits)
    {
        int count = Math.Min(DigitsOnSheet, digits.Count);
        var channels = new float[count * digits.SampleLength];
        for (int i = 0; i < channels.Length; i++)
        {
            channels[i] = digits.Sample(i % count)[i / count];
        }

        return FeatureMapPicture.Draw(channels, digits.Height, digits.Width, count, scale: 2);
    }

    private void Write(string name, Picture picture, string meaning)
    {
        PngWriter.Write(Path.Combine(Folder, name), picture);
        Console.WriteLine($"  {name,-22}{meaning}");
    }
}
