using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>What a training pass keeps from step to step, and what may be held or set.</summary>
public sealed class TrainingStateTests
{
    private static readonly float[] Input = Samples.Draw(20 * Normalized.InputLength);
    private static readonly int[] Labels = Samples.Labels(20, 3);

    [Fact]
    public void A_pass_goes_on_from_the_random_state_of_another()
    {
        float[] Masked(int before, Action<TrainingPass> prepare)
        {
            using TrainingPass pass = new Normalized(4).CreateTrainingPass(20);
            prepare(pass);
            for (int i = 0; i < before; i++)
            {
                pass.Forward(Input);
            }

            return pass.Forward(Input).ToArray();
        }

        var state = new RandomState(4, 5);
        float[] sixth = Masked(5, pass => Assert.Equal(new RandomState(4, 0), pass.RandomState));
        Assert.Equal(Samples.Bits(sixth), Samples.Bits(Masked(0, pass => pass.RandomState = state)));
        Assert.NotEqual(Samples.Bits(sixth), Samples.Bits(Masked(0, pass => pass.RandomState = state with { Seed = 9 })));
        Assert.NotEqual(Samples.Bits(sixth), Samples.Bits(Masked(0, _ => { })));
    }

    [Theory]
    [InlineData("BatchNorm1")]
    [InlineData("*")]
    public void Frozen_statistics_stay(string pattern)
    {
        var network = new Normalized(1);
        Step(network);
        network.Parameters.Freeze(pattern);
        float[] mean = Values(network, "BatchNorm1.moving_mean"), hidden = Values(network, "Hidden.weight");
        Step(network);
        Assert.Equal(mean, Values(network, "BatchNorm1.moving_mean"));
        Assert.Equal(pattern == "*", hidden.SequenceEqual(Values(network, "Hidden.weight")));
        network.Parameters["BatchNorm1.moving_mean"].CopyFrom([1, 2, 3, 4]);
        Step(network);
        Assert.Equal([1, 2, 3, 4], Values(network, "BatchNorm1.moving_mean"));
        network.Parameters.Unfreeze("*");
        Step(network);
        Assert.NotEqual([1, 2, 3, 4], Values(network, "BatchNorm1.moving_mean"));
    }

    [Fact]
    public void Accumulated_gradients_are_those_of_the_whole_batch()
    {
        var network = new LeNet5(1);
        float[] input = Samples.Draw(20 * LeNet5.InputLength);
        int[] labels = Samples.Labels(20, LeNet5.OutputLength);
        using TrainingPass pass = network.CreateTrainingPass(20);
        pass.ForwardBackward(input, labels);
        float[] whole = Gradients(network.Parameters);
        var accumulator = new GradientAccumulator(network.Parameters);
        foreach ((int from, int count) in new[] { (0, 7), (7, 7), (14, 6) })
        {
            pass.ForwardBackward(input.AsSpan(from * LeNet5.InputLength, count * LeNet5.InputLength), labels.AsSpan(from, count));
            accumulator.Add(count);
        }

        accumulator.WriteMean();
        float[] parts = Gradients(network.Parameters);
        Assert.All(Enumerable.Range(0, whole.Length), i => Assert.Equal(whole[i], parts[i], 1e-6));
        Assert.Contains(whole, value => Math.Abs(value) > 1e-3);
    }

    private static void Step(Normalized network)
    {
        using TrainingPass pass = network.CreateTrainingPass(20);
        pass.ForwardBackward(Input, Labels);
        new Sgd(0.1).Step(network.Parameters);
    }

    private static float[] Values(Normalized network, string name)
    {
        var values = new float[network.Parameters[name].Length];
        network.Parameters[name].CopyTo(values);
        return values;
    }

    private static float[] Gradients(ParameterSet parameters) => [.. parameters.SelectMany(parameter =>
    {
        var values = new float[parameter.Length];
        parameter.CopyGradientTo(values);
        return values;
    })];
}
