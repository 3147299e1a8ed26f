using NetDsl;

namespace DigitRecognition.Tests;

public class SaliencyTests
{
    private static readonly LabeledSamples Digit = DigitData.Draw(seed: 2, count: 60, CancellationToken.None).Training;

    [Fact]
    public void The_map_is_the_input_gradient_of_the_pass()
    {
        var network = new LeNet5(seed: 1);
        float[] map = Saliency.Map(network, Digit.Sample(0), channels: 1, output: 3);
        using TrainingPass pass = network.CreateTrainingPass(1);
        pass.Forward(Digit.Sample(0));
        pass.Backward([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
        float[] gradient = pass.InputGradient.ToArray();
        Assert.Equal(Array.ConvertAll(gradient, Math.Abs), map);
    }

    [Fact]
    public void Where_training_and_prediction_differ_it_is_that_of_the_prediction_and_nothing_changes()
    {
        var network = new ResidualNetwork(seed: 1);
        float[] statistics = Statistics(network);
        float[] sample = Digit.Sample(1).ToArray();
        float[] map = Saliency.Map(network, sample, channels: 1, output: 5);
        Assert.Equal(statistics, Statistics(network));
        int strongest = Array.IndexOf(map, map.Max());
        var (up, down) = ((float[])sample.Clone(), (float[])sample.Clone());
        (up[strongest], down[strongest]) = (up[strongest] + 0.01f, down[strongest] - 0.01f);
        float[] above = new float[10], below = new float[10];
        network.PredictLogits(up, above);
        network.PredictLogits(down, below);
        Assert.Equal(Math.Abs(above[5] - below[5]) / 0.02f, map[strongest], 1e-3f);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var network = new LeNet5(seed: 1);
        Assert.Contains("1,024", Assert.Throws<ArgumentException>(() => Saliency.Map(network, new float[5], 1, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("is 10; it must be from 0 to 9", Assert.Throws<ArgumentOutOfRangeException>(() => Saliency.Map(network, new float[1024], 1, 10)).Message, StringComparison.Ordinal);
    }

    private static float[] Statistics(ResidualNetwork network) => [.. network.Parameters.Where(parameter => !parameter.Trainable).SelectMany(parameter =>
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    })];
}
