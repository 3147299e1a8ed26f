namespace NetDsl;

/// <summary>How well a classifier does on a data set, beyond its accuracy.</summary>
/// <param name="Loss">Mean loss over the samples.</param>
/// <param name="Top5Accuracy">Part of the samples whose class is among the five of the data's classes that the network finds likeliest.</param>
/// <param name="Confusion">What was taken for what.</param>
public sealed record ClassificationReport(double Loss, double Top5Accuracy, ConfusionMatrix Confusion)
{
    private const int Top = 5;

    /// <summary>Part of the samples whose class the network finds likeliest of the data's classes.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>Measures a classifier.</summary>
    /// <param name="network">The network.</param>
    /// <param name="dataset">At least one sample, of the network's input length and no more classes than it has outputs.</param>
    /// <param name="batchSize">Samples predicted at once.</param>
    /// <param name="token">Stops between two batches.</param>
    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ClassificationReport Measure<TNetwork>(
        TNetwork network, IImageDataset dataset, int batchSize = 64, CancellationToken token = default)
        where TNetwork : class, INetwork<TNetwork>
    {
        DatasetChecks.Fits<TNetwork>(dataset, "given");
        DatasetChecks.AtLeast(1, batchSize, "The batch size");
        var confusion = new ConfusionMatrix(dataset.ClassNames);
        (double loss, long top) = (0, 0);
        foreach ((int label, ReadOnlyMemory<float> output) in Outputs.Of(network, dataset, batchSize, token))
        {
            // A network may have room for more classes than the data have; it is asked which of these it is.
            ReadOnlySpan<float> values = output.Span[..dataset.Classes];
            loss += TNetwork.Criterion.Loss(output.Span, label);
            top += TNetwork.Criterion.Rank(values, label) < Top ? 1 : 0;
            confusion.Add(label, TNetwork.Criterion.Recognize(values));
        }

        return new ClassificationReport(loss / dataset.Count, (double)top / dataset.Count, confusion);
    }
}
