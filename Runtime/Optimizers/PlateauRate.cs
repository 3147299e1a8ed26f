using System.Globalization;

namespace NetDsl;

/// <summary>
/// Another schedule, multiplied by a factor each time the loss has stopped falling ("reduce on plateau"): rate = rate of the schedule *
/// factor^reductions. It remembers the training, so each training needs one of its own.
/// </summary>
public sealed class PlateauRate : ILearningRateSchedule
{
    private readonly ILearningRateSchedule before;
    private double best = double.PositiveInfinity;
    private int waited;
    private int reductions;

    /// <summary>Multiplies one rate.</summary>
    /// <param name="initial">The rate before the first reduction, above zero.</param>
    /// <param name="factor">What a reduction multiplies the rate by, above 0 and below 1.</param>
    /// <param name="patience">Validations in a row without a new best loss after which the rate is reduced; at least 1.</param>
    /// <param name="threshold">How far below the best a loss must be to count as a new best, as a part of the best; at least 0 and below 1.</param>
    /// <param name="least">The rate is never reduced below this; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlateauRate(double initial, double factor = 0.1, int patience = 10, double threshold = 1e-4, double least = 0)
        : this(new ConstantRate(initial), factor, patience, threshold, least)
    {
    }

    /// <summary>Multiplies the rates of a schedule.</summary>
    /// <param name="before">The schedule.</param>
    /// <param name="factor">What a reduction multiplies the rate by, above 0 and below 1.</param>
    /// <param name="patience">Validations in a row without a new best loss after which the rate is reduced; at least 1.</param>
    /// <param name="threshold">How far below the best a loss must be to count as a new best, as a part of the best; at least 0 and below 1.</param>
    /// <param name="least">The rate is never reduced below this; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlateauRate(ILearningRateSchedule before, double factor = 0.1, int patience = 10, double threshold = 1e-4, double least = 0)
    {
        ArgumentNullException.ThrowIfNull(before);
        this.before = before;
        Factor = factor is > 0 and < 1
            ? factor
            : throw new ArgumentOutOfRangeException(
                null, string.Create(CultureInfo.InvariantCulture, $"The factor of a plateau is {factor}; it must be above 0 and below 1"));
        Patience = OptimizerArgument.AtLeastOne(patience, "The patience of a plateau", "validations");
        Threshold = OptimizerArgument.Fraction(threshold, "The threshold of a plateau");
        Least = OptimizerArgument.NotNegative(least, "The least learning rate");
    }

    /// <summary>What a reduction multiplies the rate by.</summary>
    public double Factor { get; }

    /// <summary>Validations in a row without a new best loss after which the rate is reduced.</summary>
    public int Patience { get; }

    /// <summary>How far below the best a loss must be, as a part of the best.</summary>
    public double Threshold { get; }

    /// <summary>The rate is never reduced below this.</summary>
    public double Least { get; }

    /// <summary>How often the rate was reduced so far.</summary>
    public int Reductions => reductions;

    /// <inheritdoc/>
    public IReadOnlyList<double> Memory
    {
        get => [best, waited, reductions, .. before.Memory];
        set
        {
            (best, waited, reductions) = value.Count >= 3
                ? (value[0], (int)value[1], (int)value[2])
                : (double.PositiveInfinity, 0, 0);
            before.Memory = [.. value.Skip(3)];
        }
    }

    /// <inheritdoc/>
    public float Rate(int completedEpochs)
    {
        double rate = before.Rate(completedEpochs);

        // A schedule that is below the least rate by itself stays as it is.
        return (float)Math.Max(rate * Math.Pow(Factor, reductions), Math.Min(rate, Least));
    }

    /// <inheritdoc/>
    public void Observe(double loss, int completedEpochs)
    {
        before.Observe(loss, completedEpochs);
        if (double.IsPositiveInfinity(best) || loss < best - (Threshold * Math.Abs(best)))
        {
            (best, waited) = (loss, 0);
        }
        else if (++waited >= Patience)
        {
            (waited, reductions) = (0, reductions + 1);
        }
    }
}
