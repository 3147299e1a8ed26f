namespace NetDsl;

/// <summary>
/// Mixes each sample with another, and their labels likewise: share * x1 + (1 - share) * x2, the share drawn from the distribution
/// Beta(alpha, alpha) (Zhang et al. 2018, "mixup: Beyond empirical risk minimization").
/// </summary>
public sealed class Mixup
{
    /// <summary>Mixes.</summary>
    /// <param name="alpha">Above 0 to 2; 0.2 seldom mixes much, 1 takes all shares alike.</param>
    public Mixup(double alpha = 0.2) => Alpha = TransformArgument.Within(alpha, 0.01, 2, "The alpha of mixup");

    /// <summary>The two parameters of the distribution.</summary>
    public double Alpha { get; }

    /// <summary>Draws the other sample, and the share of the first.</summary>
    internal (int Other, float Share) Draw(SampleRandom random, int count)
    {
        int other = random.Below(count);

        // Johnk 1964: x / (x + y) where x = u^(1/alpha) and y = v^(1/alpha) together are at most 1.
        while (true)
        {
            double x = Math.Pow(random.Between(0, 1), 1 / Alpha), y = Math.Pow(random.Between(0, 1), 1 / Alpha);
            if (x + y is > 0 and <= 1)
            {
                return (other, (float)(x / (x + y)));
            }
        }
    }
}
