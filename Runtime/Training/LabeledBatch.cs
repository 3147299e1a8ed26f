namespace NetDsl;

/// <summary>A batch of a classification.</summary>
internal sealed class LabeledBatch(ILabeledDataset dataset, int capacity) : SampleBatch(dataset, capacity)
{
    private readonly int[] labels = new int[Math.Min(capacity, dataset.Count)];

    public override bool Classifies => true;

    public override float ForwardBackward(TrainingPass pass) => pass.ForwardBackward(Inputs, labels.AsSpan(0, Count));

    public override void Predict<TNetwork>(TNetwork network, Span<float> outputs) => network.PredictLogits(Inputs, outputs);

    /// <summary>Cross-entropy from logits: log(sum(exp(z))) - z[label], with the highest logit taken out of the sum.</summary>
    public override double SumOfLosses(ReadOnlySpan<float> outputs)
    {
        double sum = 0;
        int length = outputs.Length / Count;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<float> logits = outputs.Slice(i * length, length);
            double highest = logits[IndexOfHighest(logits)];
            double exponentials = 0;
            foreach (float logit in logits)
            {
                exponentials += Math.Exp(logit - highest);
            }

            sum += Math.Log(exponentials) + highest - logits[labels[i]];
        }

        return sum;
    }

    public override int CountCorrect(ReadOnlySpan<float> outputs)
    {
        int correct = 0;
        int length = outputs.Length / Count;
        for (int i = 0; i < Count; i++)
        {
            correct += IndexOfHighest(outputs.Slice(i * length, length)) == labels[i] ? 1 : 0;
        }

        return correct;
    }

    protected override void LoadAnswer(int position, int index) => labels[position] = dataset.Label(index);

    private static int IndexOfHighest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
