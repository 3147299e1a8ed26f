using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Equal seeds give equal bits, however many threads work.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_parameters()
    {
        Assert.Equal(Bits(new LeNet5(3)), Bits(new LeNet5(3)));
        Assert.NotEqual(Bits(new LeNet5(3)), Bits(new LeNet5(4)));
        Assert.Equal(Bits(new LeNet5()), Bits(new LeNet5(0)));
    }

    [Fact]
    public void Fresh_weights_are_spread_and_biases_are_as_declared()
    {
        ParameterSet parameters = new Regression(1).Parameters;
        var weights = new float[parameters["Dense1.weight"].Length];
        parameters["Dense1.weight"].CopyTo(weights);
        double limit = Math.Sqrt(6.0 / (12 + 20));
        Assert.All(weights, weight => Assert.InRange(weight, -limit, limit));

        // Half of the limit is far below what 240 uniform draws leave unvisited.
        Assert.True(weights.Max() > limit / 2 && weights.Min() < -limit / 2);
        var bias = new float[20];
        parameters["Dense1.bias"].CopyTo(bias);
        Assert.All(bias, value => Assert.Equal(0.5f, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Prediction_does_not_depend_on_threads(int batch)
    {
        float[] input = Samples.Draw(batch * LeNet5.InputLength);
        int[] alone = Samples.Bits(new LeNet5(1) { Threads = 1 }.Predict(input));
        Assert.Equal(alone, Samples.Bits(new LeNet5(1) { Threads = 2 }.Predict(input)));
        Assert.Equal(alone, Samples.Bits(new LeNet5(1) { Threads = 3 }.Predict(input)));
    }

    [Fact]
    public void Prediction_of_one_large_sample_does_not_depend_on_threads()
    {
        float[] input = Samples.Draw(OneLayer.InputLength);
        int[] alone = Samples.Bits(new OneLayer(1) { Threads = 1 }.Predict(input));
        Assert.Equal(alone, Samples.Bits(new OneLayer(1) { Threads = 2 }.Predict(input)));
        Assert.Equal(alone, Samples.Bits(new OneLayer(1) { Threads = 3 }.Predict(input)));
    }

    [Fact]
    public void A_sample_does_not_depend_on_its_neighbours()
    {
        float[] input = Samples.Draw(5 * LeNet5.InputLength);
        var network = new LeNet5(1);
        float[] together = network.Predict(input);
        for (int i = 0; i < 5; i++)
        {
            float[] single = network.Predict(input.AsSpan(i * LeNet5.InputLength, LeNet5.InputLength));

            // A batch may be summed in another order than one sample; probabilities keep six digits.
            Assert.All(Enumerable.Range(0, 10), k => Assert.Equal(single[k], together[(i * 10) + k], 1e-6));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(21)]
    public void Training_does_not_depend_on_threads(int batch)
    {
        int[] alone = Train(batch, threads: 1);
        Assert.Equal(alone, Train(batch, threads: 2));
        Assert.Equal(alone, Train(batch, threads: 3));
    }

    [Fact]
    public void Training_with_dropout_does_not_depend_on_threads()
    {
        int[] alone = TrainWithDropout(threads: 1);
        Assert.Equal(alone, TrainWithDropout(threads: 2));
        Assert.Equal(alone, TrainWithDropout(threads: 3));
    }

    private static int[] Train(int batch, int threads)
    {
        var network = new LeNet5(1);
        using TrainingPass pass = network.CreateTrainingPass(batch, threads);
        for (int step = 0; step < 5; step++)
        {
            pass.ForwardBackward(Samples.Draw(batch * LeNet5.InputLength, step), Samples.Labels(batch, 10, step));
            Descent.Step(network.Parameters, rate: 0.05f);
        }

        return [.. Bits(network), .. Samples.Bits(pass.InputGradient)];
    }

    private static int[] TrainWithDropout(int threads)
    {
        const int Batch = 37;
        var network = new Regression(1);
        using TrainingPass pass = network.CreateTrainingPass(Batch, threads);
        for (int step = 0; step < 5; step++)
        {
            pass.ForwardBackward(Samples.Draw(Batch * Regression.InputLength, step), Samples.Draw(Batch * Regression.OutputLength, step + 100));
            Descent.Step(network.Parameters, rate: 0.05f);
        }

        return Bits(network);
    }

    private static int[] Bits<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork> => Samples.Bits(Samples.All(network.Parameters));
}
