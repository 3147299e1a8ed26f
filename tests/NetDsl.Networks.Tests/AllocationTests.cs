using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Counts of a whole process need the process to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}

/// <summary>Prediction and training steps allocate nothing once warm, on any thread.</summary>
[Collection(AloneCollection.Name)]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(20, 1)]
    [InlineData(20, 2)]
    public void Prediction(int batch, int threads)
    {
        var network = new LeNet5(1) { Threads = threads };
        float[] input = Samples.Draw(batch * LeNet5.InputLength), output = new float[batch * LeNet5.OutputLength];
        AllocatesNothing(() => network.Predict(input, output));
        AllocatesNothing(() => network.PredictLogits(input, output));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_large_sample_split_over_threads(int threads)
    {
        var network = new OneLayer(1) { Threads = threads };
        float[] input = Samples.Draw(OneLayer.InputLength), output = new float[OneLayer.OutputLength];
        AllocatesNothing(() => network.Predict(input, output));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(20, 2)]
    public void Groups_of_samples(int batch, int threads)
    {
        var network = new Streamed(1) { Threads = threads };
        float[] input = Samples.Draw(batch * Streamed.InputLength), output = new float[batch * Streamed.OutputLength];
        AllocatesNothing(() => network.Predict(input, output));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_training_step(int threads)
    {
        const int Batch = 20;
        var network = new LeNet5(1);
        using TrainingPass pass = network.CreateTrainingPass(Batch, threads);
        float[] input = Samples.Draw(Batch * LeNet5.InputLength), gradient = Samples.Draw(Batch * LeNet5.OutputLength);
        int[] labels = Samples.Labels(Batch, LeNet5.OutputLength);
        AllocatesNothing(() => pass.ForwardBackward(input, labels));
        AllocatesNothing(() =>
        {
            pass.Forward(input);
            pass.Backward(gradient);
            _ = pass.InputGradient;
        });
    }

    private static void AllocatesNothing(Action action)
    {
        for (int i = 0; i < 5; i++)
        {
            action();
        }

        // The test framework's own threads may allocate during one attempt; an allocation by the action shows in every one.
        long own = long.MaxValue, all = long.MaxValue;
        for (int attempt = 0; attempt < 20 && (own > 0 || all > 0); attempt++)
        {
            long allBefore = GC.GetTotalAllocatedBytes(precise: true), ownBefore = GC.GetAllocatedBytesForCurrentThread();
            action();
            own = Math.Min(own, GC.GetAllocatedBytesForCurrentThread() - ownBefore);
            all = Math.Min(all, GC.GetTotalAllocatedBytes(precise: true) - allBefore);
        }

        Assert.Equal((0, 0), (own, all));
    }
}
