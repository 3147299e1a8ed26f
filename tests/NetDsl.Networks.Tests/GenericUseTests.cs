using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Code that knows a network only by the interfaces.</summary>
public sealed class GenericUseTests
{
    [Fact]
    public void Facts_and_prediction_through_the_interface()
    {
        Assert.Equal((1024, 10, 61_706L), Describe<LeNet5>());
        Assert.Equal((126, 3, 113L), Describe<Predictor>());
        Assert.Equal(LeNet5.Summary, SummaryOf<LeNet5>());
        Assert.Equal(new LeNet5(4).Predict(Input<LeNet5>()), PredictFresh<LeNet5>(4));
    }

    [Fact]
    public void Training_through_the_interface()
    {
        float before = Step<LeNet5>(new LeNet5(1), 0), after = Step<LeNet5>(new LeNet5(1), 20);
        Assert.True(after < before, $"The loss went from {before} to {after}");
    }

    private static (int InputLength, int OutputLength, long Parameters) Describe<TNetwork>()
        where TNetwork : class, INetwork<TNetwork> => (TNetwork.InputLength, TNetwork.OutputLength, TNetwork.ParameterCount);

    private static string SummaryOf<TNetwork>()
        where TNetwork : class, INetwork<TNetwork> => TNetwork.Summary;

    private static float[] PredictFresh<TNetwork>(int seed)
        where TNetwork : class, INetwork<TNetwork> => TNetwork.Create(seed).Predict(Input<TNetwork>());

    private static float Step<TNetwork>(TNetwork network, int steps)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        int[] labels = Samples.Labels(8, TNetwork.OutputLength);
        using TrainingPass pass = network.CreateTrainingPass(8);
        float[] input = Samples.Draw(8 * TNetwork.InputLength);
        float loss = pass.ForwardBackward(input, labels);
        for (int step = 0; step < steps; step++)
        {
            Descent.Step(network.Parameters, rate: 0.1f);
            loss = pass.ForwardBackward(input, labels);
        }

        return loss;
    }

    private static float[] Input<TNetwork>()
        where TNetwork : class, INetwork<TNetwork> => Samples.Draw(2 * TNetwork.InputLength);
}
