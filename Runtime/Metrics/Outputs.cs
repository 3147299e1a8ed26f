namespace NetDsl;

/// <summary>A network's outputs for a data set, sample by sample.</summary>
internal static class Outputs
{
    /// <summary>What enters the loss, with each sample's class.</summary>
    public static IEnumerable<(int Label, ReadOnlyMemory<float> Output)> Of<TNetwork>(
        TNetwork network, ILabeledDataset dataset, int batchSize, CancellationToken token)
        where TNetwork : class, INetwork<TNetwork>
    {
        int capacity = Math.Min(batchSize, dataset.Count);
        var order = new int[dataset.Count];
        SampleOrder.Straight(order);
        var outputs = new float[checked(capacity * TNetwork.OutputLength)];
        using BatchLoader? loader = dataset is IParallelDataset parallel ? new BatchLoader(parallel, capacity) : null;
        loader?.Begin(epoch: 0, order, done: 0);
        float[] inputs = loader is null ? new float[checked(capacity * dataset.SampleLength)] : [];
        for (int done = 0; done < order.Length; done += capacity)
        {
            token.ThrowIfCancellationRequested();
            int count = Math.Min(capacity, order.Length - done);
            inputs = loader?.Take(count) ?? inputs;
            for (int i = 0; loader is null && i < count; i++)
            {
                dataset.CopySample(done + i, inputs.AsSpan(i * dataset.SampleLength, dataset.SampleLength));
            }

            network.PredictLogits(inputs.AsSpan(0, count * dataset.SampleLength), outputs.AsSpan(0, count * TNetwork.OutputLength));
            for (int i = 0; i < count; i++)
            {
                yield return (dataset.Label(done + i), outputs.AsMemory(i * TNetwork.OutputLength, TNetwork.OutputLength));
            }
        }
    }
}
