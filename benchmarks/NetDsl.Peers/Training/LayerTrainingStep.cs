namespace NetDsl.Peers;

/// <summary>One layer forward and backward: the gradients of its weights, its bias and its input.</summary>
internal sealed class LayerTrainingStep<TNetwork>(string name, int batch) : TrainingStep(name, batch)
    where TNetwork : class, ITrainableNetwork<TNetwork>
{
    public override long Multiplies => TNetwork.Multiplies;

    public override Action Prepare(int threads)
    {
        TNetwork network = TNetwork.Create(seed: 1);
        TrainingPass pass = network.CreateTrainingPass(Batch, threads);
        float[] input = MadeUp.Input(Batch * TNetwork.InputLength);
        float[] outputGradient = MadeUp.Input(Batch * TNetwork.OutputLength);
        return () =>
        {
            pass.Forward(input);
            pass.Backward(outputGradient);
            _ = pass.InputGradient;
        };
    }
}
