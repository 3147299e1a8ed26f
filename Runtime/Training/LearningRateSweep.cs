namespace NetDsl;

/// <summary>One step of a sweep.</summary>
/// <param name="LearningRate">Its rate.</param>
/// <param name="Loss">The loss of its samples, before the step.</param>
/// <param name="SmoothedLoss">The running mean of the losses so far.</param>
public readonly record struct LearningRatePoint(float LearningRate, double Loss, double SmoothedLoss);

/// <summary>What a sweep over learning rates gave (Smith 2017, section 3.3).</summary>
/// <param name="Points">Its steps, up to the last rate or to where the loss diverged.</param>
/// <param name="Suggested">
/// The rate at which the smoothed loss fell fastest over the logarithm of the rate: a good first rate, or the upper one of a schedule.
/// Null where the loss did not fall.
/// </param>
public sealed record LearningRateSweep(IReadOnlyList<LearningRatePoint> Points, float? Suggested)
{
    internal static LearningRateSweep Of(IReadOnlyList<LearningRatePoint> points)
    {
        // The first losses come from few samples, and slopes between neighbours are mostly chance.
        int lowest = points.Count == 0 ? 0 : Enumerable.Range(0, points.Count).MinBy(i => points[i].SmoothedLoss);
        int reach = Math.Max(1, points.Count / 20), best = -1;
        double steepest = 0;
        for (int i = (points.Count / 10) + reach; i < lowest && i + reach < points.Count; i++)
        {
            (LearningRatePoint before, LearningRatePoint after) = (points[i - reach], points[i + reach]);
            double slope = (after.SmoothedLoss - before.SmoothedLoss) / Math.Log((double)after.LearningRate / before.LearningRate);
            (best, steepest) = slope < steepest ? (i, slope) : (best, steepest);
        }

        return new LearningRateSweep(points, best < 0 ? null : points[best].LearningRate);
    }
}
