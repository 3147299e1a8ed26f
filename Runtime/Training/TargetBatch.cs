namespace NetDsl;

/// <summary>A batch of a regression.</summary>
internal sealed class TargetBatch(ITargetDataset dataset, int capacity) : SampleBatch(dataset, capacity)
{
    private readonly float[] targets = new float[checked(Math.Min(capacity, dataset.Count) * dataset.TargetLength)];

    public override bool Classifies => false;

    private ReadOnlySpan<float> Targets => targets.AsSpan(0, Count * dataset.TargetLength);

    public override float ForwardBackward(TrainingPass pass) => pass.ForwardBackward(Inputs, Targets);

    public override void Predict<TNetwork>(TNetwork network, Span<float> outputs) => network.Predict(Inputs, outputs);

    /// <summary>The squared error of a sample is the mean over its outputs.</summary>
    public override double SumOfLosses(ReadOnlySpan<float> outputs)
    {
        double sum = 0;
        ReadOnlySpan<float> wanted = Targets;
        for (int i = 0; i < wanted.Length; i++)
        {
            double error = outputs[i] - wanted[i];
            sum += error * error;
        }

        return sum / dataset.TargetLength;
    }

    public override int CountCorrect(ReadOnlySpan<float> outputs) => 0;

    protected override void LoadAnswer(int position, int index) =>
        dataset.CopyTarget(index, targets.AsSpan(position * dataset.TargetLength, dataset.TargetLength));
}
