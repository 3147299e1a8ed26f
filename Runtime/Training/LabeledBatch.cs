using NetDsl.Runtime;

namespace NetDsl;

/// <summary>A batch of a classification.</summary>
/// <param name="dataset">The samples.</param>
/// <param name="capacity">The largest number of samples at once.</param>
/// <param name="outputLength">Values of an output.</param>
/// <param name="criterion">How outputs are compared with labels.</param>
/// <param name="soft">What the network learns instead of labels; null for labels.</param>
internal sealed class LabeledBatch(ILabeledDataset dataset, int capacity, int outputLength, LabelCriterion criterion, SoftLabels? soft)
    : SampleBatch(dataset, capacity)
{
    private readonly int[] labels = new int[Math.Min(capacity, dataset.Count)];
    private readonly float[] targets = soft is null ? [] : new float[checked(Math.Min(capacity, dataset.Count) * outputLength)];

    public override bool Classifies => true;

    public override float ForwardBackward(TrainingPass pass) => soft is null
        ? pass.ForwardBackward(Inputs, labels.AsSpan(0, Count))
        : pass.ForwardBackward(Inputs, (ReadOnlySpan<float>)targets.AsSpan(0, Count * outputLength));

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

    protected override void LoadAnswer(int position, int index)
    {
        labels[position] = dataset.Label(index);
        soft?.Fill(LabelOf(index), targets.AsSpan(position * outputLength, outputLength));
    }

    private MixedLabel LabelOf(int index) =>
        dataset is IParallelDataset { MixesLabels: true } mixing ? mixing.Label(Epoch, index) : MixedLabel.Of(dataset.Label(index));
}
