using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>A classifier whose smallest output names the class.</summary>
public sealed class DistanceTests
{
    private static readonly float[] Codes = [1, 1, 1, 1, 1, -1, -1, 1, -1, 1, -1, -1];

    [Fact]
    public void A_trainer_counts_the_smallest_distance_and_leaves_the_codes_alone()
    {
        float[] inputs = Samples.Draw(300 * 2);
        int[] labels = [.. Enumerable.Range(0, 300).Select(n => inputs[2 * n] > 0.3f ? 0 : inputs[(2 * n) + 1] > 0 ? 1 : 2)];
        var samples = new LabeledSamples(inputs, labels, sampleLength: 2);
        var network = new Distances(seed: 1);
        var options = new TrainerOptions { BatchSize = 32, Epochs = 60, Optimizer = new Adam(0.02) };
        TrainingHistory history = new Trainer<Distances>(network, options).Fit(samples, samples);

        float[] probabilities = network.Predict(inputs);
        int correct = Enumerable.Range(0, 300).Count(n => Largest(probabilities.AsSpan(3 * n, 3)) == labels[n]);
        Assert.Equal(correct / 300.0, history.Last!.ValidationAccuracy!.Value, 1e-9);
        Assert.InRange(correct, 270, 300);
        Assert.InRange(history.Last.TrainAccuracy!.Value, 0.85, 1);

        using TrainingPass pass = network.CreateTrainingPass(300);
        Assert.Equal(pass.ForwardBackward(inputs, labels), history.Last.ValidationLoss!.Value, 1e-5);
        Assert.Equal(Codes, Values(network));
    }

    [Fact]
    public void Codes_are_there_from_the_start_and_survive_a_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new Distances(seed: 3).Save(path);
            Assert.Equal(Codes, Values(Distances.Load(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Codes_do_not_count_as_trainable() =>
        Assert.Equal((2 * 6) + 6 + (6 * 4) + 4, Distances.ParameterCount);

    private static int Largest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private static float[] Values(Distances network)
    {
        var values = new float[12];
        network.Parameters["Codes.codes"].CopyTo(values);
        return values;
    }
}
