using System.Diagnostics;

namespace NetDsl;

/// <summary>The steps of an epoch. Once warm, they allocate nothing.</summary>
internal sealed class TrainingLoop(TrainerOptions options, ParameterSet parameters, TrainingPass pass, SampleBatch batch)
{
    private readonly int[] order = new int[batch.TotalCount];
    private double lossSum;
    private int correct;

    /// <summary>Weight updates since the training began.</summary>
    public long Steps { get; private set; }

    /// <summary>Mean loss over the samples of the last epoch.</summary>
    public double Loss => lossSum / order.Length;

    /// <summary>Part of the samples of the last epoch that was classified rightly.</summary>
    public double? Accuracy => batch.Classifies ? (double)correct / order.Length : null;

    /// <summary>Sees every sample once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the step before it is complete.</exception>
    /// <exception cref="NonFiniteLossException">A step's loss is not finite.</exception>
    public void Run(int epoch, CancellationToken token)
    {
        (lossSum, correct) = (0, 0);
        options.Optimizer.BeginEpoch(epoch - 1);
        Arrange(epoch);
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; done < order.Length; done += batch.Count)
        {
            token.ThrowIfCancellationRequested();
            batch.Load(order.AsSpan(done, Math.Min(batch.Capacity, order.Length - done)));
            Step(epoch);
            Report(epoch, done + batch.Count, start);
        }
    }

    private void Arrange(int epoch)
    {
        if (options.Shuffle)
        {
            SampleOrder.Shuffle(order, options.Seed, epoch);
        }
        else
        {
            SampleOrder.Straight(order);
        }
    }

    private void Step(int epoch)
    {
        float loss = batch.ForwardBackward(pass);
        if (!float.IsFinite(loss))
        {
            throw new NonFiniteLossException(loss, Steps + 1, epoch, options.Optimizer.LearningRate);
        }

        lossSum += (double)loss * batch.Count;
        correct += batch.Classifies ? batch.CountCorrect(pass.Logits) : 0;
        options.Optimizer.Step(parameters);
        Steps++;
    }

    private void Report(int epoch, int done, long start)
    {
        double? accuracy = batch.Classifies ? (double)correct / done : null;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        options.Progress.Step(new StepResult(epoch, Steps, done, lossSum / done, accuracy, seconds));
    }
}
