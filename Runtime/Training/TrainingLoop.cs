using System.Diagnostics;

namespace NetDsl;

/// <summary>Weight updates one after the other, through the epochs. Once warm, they allocate nothing.</summary>
internal sealed class TrainingLoop(TrainerOptions options, ParameterSet parameters, TrainingPass pass, SampleBatch batch)
{
    private readonly int[] order = new int[batch.TotalCount];
    private readonly GradientAccumulator? accumulator = options.AccumulateSteps > 1 ? new GradientAccumulator(parameters) : null;
    private readonly Stopwatch watch = new();
    private double secondsBefore;
    private double lossSum;
    private int correct;
    private bool arranged;

    /// <summary>The epoch under way, from 1.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>Weight updates since the training began.</summary>
    public long Steps { get; private set; }

    /// <summary>Samples of the epoch seen so far.</summary>
    public int SamplesDone { get; private set; }

    /// <summary>Whether the epoch has seen every sample.</summary>
    public bool EpochDone => SamplesDone == order.Length;

    /// <summary>Mean loss over the epoch's samples so far.</summary>
    public double Loss => lossSum / SamplesDone;

    /// <summary>Part of the epoch's samples so far that was classified rightly.</summary>
    public double? Accuracy => batch.Classifies ? (double)correct / SamplesDone : null;

    /// <summary>Time that the epoch's steps took so far.</summary>
    public double Seconds => secondsBefore + watch.Elapsed.TotalSeconds;

    /// <summary>Where the loop stands.</summary>
    public LoopState State
    {
        get => new(Epoch, Steps, SamplesDone, lossSum, correct, Seconds);
        set
        {
            (Epoch, Steps, SamplesDone, lossSum, correct, secondsBefore) = value;
            arranged = false;
            watch.Reset();
        }
    }

    /// <summary>Goes to the beginning of the next epoch.</summary>
    public void NextEpoch() => State = new LoopState(Epoch + 1, Steps, 0, 0, 0, 0);

    /// <summary>Updates the weights once.</summary>
    /// <param name="token">Stops before the step.</param>
    /// <param name="rate">A learning rate instead of the schedule's.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; the step before it is complete.</exception>
    /// <exception cref="NonFiniteLossException">A loss, or the norm of the gradients, is not finite.</exception>
    public StepResult Step(CancellationToken token, float? rate = null)
    {
        token.ThrowIfCancellationRequested();
        watch.Start();
        Arrange();
        if (rate is { } given)
        {
            options.Optimizer.UseRate(given);
        }

        int before = SamplesDone;
        double sum = 0;
        for (int passes = 0; passes < options.AccumulateSteps && !EpochDone; passes++)
        {
            sum += Pass();
        }

        accumulator?.WriteMean();
        double? norm = Clip(sum / (SamplesDone - before));
        options.Optimizer.Step(parameters);
        Steps++;
        watch.Stop();
        return new StepResult(Epoch, Steps, SamplesDone, Loss, Accuracy, Seconds)
        {
            StepLoss = sum / (SamplesDone - before),
            LearningRate = options.Optimizer.LearningRate,
            GradientNorm = norm,
        };
    }

    private void Arrange()
    {
        if (arranged)
        {
            return;
        }

        arranged = true;
        options.Optimizer.BeginEpoch(Epoch - 1);
        if (options.Shuffle)
        {
            SampleOrder.Shuffle(order, options.Seed, Epoch);
        }
        else
        {
            SampleOrder.Straight(order);
        }

        batch.BeginEpoch(Epoch, order, SamplesDone);
    }

    private double Pass()
    {
        batch.Load(order.AsSpan(SamplesDone, Math.Min(batch.Capacity, order.Length - SamplesDone)));
        float loss = batch.ForwardBackward(pass);
        RequireFinite(loss, "loss", loss);
        correct += batch.Classifies ? batch.CountCorrect(pass.Logits) : 0;
        accumulator?.Add(batch.Count);
        SamplesDone += batch.Count;
        double sum = (double)loss * batch.Count;
        lossSum += sum;
        return sum;
    }

    // Values first: what they throw off is bounded before the norm is taken.
    private double? Clip(double loss)
    {
        if (options.ClipValue is { } value)
        {
            GradientClipping.ByValue(parameters, value);
        }

        if (options.ClipNorm is not { } limit)
        {
            return null;
        }

        double norm = GradientClipping.ByNorm(parameters, limit);
        RequireFinite(norm, "norm of the gradients", loss);
        return norm;
    }

    private void RequireFinite(double value, string what, double loss)
    {
        if (!double.IsFinite(value))
        {
            throw new NonFiniteLossException(what, value, (float)loss, Steps + 1, Epoch, options.Optimizer.LearningRate);
        }
    }
}
