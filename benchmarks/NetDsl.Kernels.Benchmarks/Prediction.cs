namespace NetDsl.Kernels.Benchmarks;

/// <summary>A network with input and output in place.</summary>
internal sealed class Prediction(Action run)
{
    public static Prediction Of<TNetwork>()
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(seed: 1);
        network.Threads = 1;
        var random = new Random(1);
        float[] input = [.. Enumerable.Range(0, TNetwork.InputLength).Select(_ => random.NextSingle() - 0.5f)];
        var output = new float[TNetwork.OutputLength];
        return new Prediction(() => network.PredictLogits(input, output));
    }

    public void Run() => run();
}
