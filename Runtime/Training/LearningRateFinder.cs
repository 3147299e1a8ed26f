using NetDsl.Runtime;

namespace NetDsl;

/// <summary>Trains for some steps with rates that rise, and leaves network and optimiser as they were.</summary>
internal sealed class LearningRateFinder(TrainerOptions options, ParameterSet parameters, TrainingPass pass, SampleBatch batch)
{
    public LearningRateSweep Run(LearningRateSweepOptions range, CancellationToken token)
    {
        OptimizerState state = options.Optimizer.StateOf(parameters.Store);
        float[] values = parameters.Store.Values.ToArray();
        float[][] slots = [.. state.Slots.Select(slot => slot.Span.ToArray())];
        long steps = state.Steps;
        try
        {
            return LearningRateSweep.Of(Sweep(range, token));
        }
        finally
        {
            values.CopyTo(parameters.Store.Values);
            parameters.Store.Touch();
            for (int i = 0; i < slots.Length; i++)
            {
                slots[i].CopyTo(state.Slots[i].Span);
            }

            state.Steps = steps;
            options.Optimizer.BeginEpoch(0);
        }
    }

    private List<LearningRatePoint> Sweep(LearningRateSweepOptions range, CancellationToken token)
    {
        var loop = new TrainingLoop(options, parameters, pass, batch);
        var points = new List<LearningRatePoint>(range.Steps);
        double factor = Math.Pow(range.To / range.From, 1.0 / (range.Steps - 1)), mean = 0, lowest = double.PositiveInfinity;
        for (int i = 0; i < range.Steps; i++)
        {
            if (loop.EpochDone)
            {
                loop.NextEpoch();
            }

            var rate = (float)(range.From * Math.Pow(factor, i));
            if (TryStep(loop, rate, token) is not { } loss)
            {
                break;
            }

            // The mean starts at zero, as Adam's do, and is corrected in the same way.
            mean = (range.Smoothing * mean) + ((1 - range.Smoothing) * loss);
            double smoothed = mean / (1 - Math.Pow(range.Smoothing, i + 1));
            points.Add(new LearningRatePoint(rate, loss, smoothed));
            lowest = Math.Min(lowest, smoothed);
            if (smoothed > range.Divergence * lowest)
            {
                break;
            }
        }

        return points;
    }

    private static double? TryStep(TrainingLoop loop, float rate, CancellationToken token)
    {
        try
        {
            return loop.Step(token, rate).StepLoss;
        }
        catch (NonFiniteLossException)
        {
            return null;
        }
    }
}
