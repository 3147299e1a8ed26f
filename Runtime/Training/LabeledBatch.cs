namespace NetDsl;

/// <summary>A batch of a classification.</summary>
internal sealed class LabeledBatch(ILabeledDataset dataset, int capacity, LabelCriterion criterion) : SampleBatch(dataset, capacity)
{
    private readonly int[] labels = new int[Math.Min(capacity, dataset.Count)];

    public override bool Classifies => true;

    public override float ForwardBackward(TrainingPass pass) => pass.ForwardBackward(Inputs, labels.AsSpan(0, Count));

    public override void Predict<TNetwork>(TNetwork network, Span<float> outputs) => network.PredictLogits(Inputs, outputs);

    public override double SumOfLosses(ReadOnlySpan<float> outputs)
    {
        double sum = 0;
        int length = outputs.Length / Count;
        for (int i = 0; i < Count; i++)
        {
            sum += criterion.Loss(outputs.Slice(i * length, length), labels[i]);
        }

        return sum;
    }

    public override int CountCorrect(ReadOnlySpan<float> outputs)
    {
        int correct = 0;
        int length = outputs.Length / Count;
        for (int i = 0; i < Count; i++)
        {
            correct += criterion.Recognize(outputs.Slice(i * length, length)) == labels[i] ? 1 : 0;
        }

        return correct;
    }

    protected override void LoadAnswer(int position, int index) => labels[position] = dataset.Label(index);
}
