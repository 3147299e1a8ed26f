using Sample.Networks;

namespace NetDsl.Networks.Tests;

public sealed class ConcurrencyTests
{
    private const int Callers = 4, Rounds = 25;

    [Fact]
    public async Task Concurrent_predictions_equal_sequential_ones()
    {
        var network = new LeNet5(1) { Threads = 2 };
        float[][] inputs = [.. Enumerable.Range(0, Callers).Select(caller => Samples.Draw((caller + 1) * LeNet5.InputLength, caller))];
        int[][] expected = [.. inputs.Select(input => Samples.Bits(network.Predict(input)))];

        using var start = new Barrier(Callers);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (int round = 0; round < Rounds; round++)
                {
                    Assert.Equal(expected[caller], Samples.Bits(network.Predict(inputs[caller])));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [Fact]
    public async Task Networks_of_one_class_train_side_by_side()
    {
        int[] expected = Train();
        int[][] trained = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Train)));
        Assert.All(trained, bits => Assert.Equal(expected, bits));
    }

    private static int[] Train()
    {
        var network = new LeNet5(2);
        using TrainingPass pass = network.CreateTrainingPass(5, threads: 2);
        for (int step = 0; step < 3; step++)
        {
            pass.ForwardBackward(Samples.Draw(5 * LeNet5.InputLength, step), Samples.Labels(5, 10, step));
            Descent.Step(network.Parameters, rate: 0.05f);
        }

        return Samples.Bits(Samples.All(network.Parameters));
    }
}
