namespace NetDsl;

/// <summary>Measures a network batch by batch.</summary>
internal static class Evaluator
{
    public static Evaluation Run<TNetwork>(TNetwork network, SampleBatch batch, CancellationToken token)
        where TNetwork : class, INetwork<TNetwork>
    {
        var order = new int[batch.TotalCount];
        SampleOrder.Straight(order);
        batch.BeginEpoch(0, order, 0);
        var buffer = new float[checked(batch.Capacity * TNetwork.OutputLength)];
        double loss = 0;
        int correct = 0;
        for (int done = 0; done < order.Length; done += batch.Count)
        {
            token.ThrowIfCancellationRequested();
            batch.Load(order.AsSpan(done, Math.Min(batch.Capacity, order.Length - done)));
            Span<float> outputs = buffer.AsSpan(0, batch.Count * TNetwork.OutputLength);
            batch.Predict(network, outputs);
            loss += batch.SumOfLosses(outputs);
            correct += batch.Classifies ? batch.CountCorrect(outputs) : 0;
        }

        return new Evaluation(loss / order.Length, batch.Classifies ? (double)correct / order.Length : null, order.Length);
    }
}
