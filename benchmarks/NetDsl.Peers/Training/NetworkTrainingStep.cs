namespace NetDsl.Peers;

/// <summary>A whole step: forward, loss, backward, and descent with momentum.</summary>
internal sealed class NetworkTrainingStep<TNetwork>(string name, int batch) : TrainingStep(name, batch)
    where TNetwork : class, ITrainableNetwork<TNetwork>
{
    private const int Classes = 10;

    public override long Multiplies => TNetwork.Multiplies;

    public override Action Prepare(int threads)
    {
        TNetwork network = TNetwork.Create(seed: 1);
        TrainingPass pass = network.CreateTrainingPass(Batch, threads);
        var optimizer = new Sgd(0.01, momentum: 0.9);
        float[] input = MadeUp.Input(Batch * TNetwork.InputLength);
        int[] labels = [.. Enumerable.Range(0, Batch).Select(sample => sample % Classes)];
        return () =>
        {
            pass.ForwardBackward(input, labels);
            optimizer.Step(network.Parameters);
        };
    }
}
