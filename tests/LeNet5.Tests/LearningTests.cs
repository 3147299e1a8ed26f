using NetDsl;

namespace DigitRecognition.Tests;

public sealed class LearningTests
{
    private static readonly DigitData Data = DigitData.Draw(seed: 1, count: 600, CancellationToken.None);

    [Fact]
    public void A_short_training_lowers_the_loss()
    {
        TrainingHistory history = Fit(new LeNet5(seed: 1), threads: 0, epochs: 4);
        Assert.True(history.Epochs[^1].TrainLoss < 0.9 * history.Epochs[0].TrainLoss, $"{history.Epochs[0].TrainLoss} to {history.Epochs[^1].TrainLoss}");
    }

    [Fact]
    public void The_modern_network_learns_too()
    {
        TrainingHistory history = Fit(new ModernLeNet5(seed: 1), threads: 0, epochs: 4);
        Assert.True(history.Epochs[^1].TrainLoss < 0.9 * history.Epochs[0].TrainLoss, $"{history.Epochs[0].TrainLoss} to {history.Epochs[^1].TrainLoss}");
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        (var one, var two) = (new LeNet5(seed: 3), new LeNet5(seed: 3));
        Fit(one, threads: 1, epochs: 1);
        Fit(two, threads: 2, epochs: 1);
        Assert.All(one.Parameters, parameter => Assert.Equal(Values(parameter), Values(two.Parameters[parameter.Name])));
    }

    private static TrainingHistory Fit<TNetwork>(TNetwork network, int threads, int epochs)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        var options = new TrainerOptions { Optimizer = new Sgd(0.02, momentum: 0.9), BatchSize = 32, Epochs = epochs, Threads = threads };
        return new Trainer<TNetwork>(network, options).Fit(Data.Training);
    }

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
