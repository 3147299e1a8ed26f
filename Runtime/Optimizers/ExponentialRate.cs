namespace NetDsl;

/// <summary>A learning rate that is multiplied by a factor after every epoch.</summary>
public sealed class ExponentialRate : ILearningRateSchedule
{
    private readonly double initial;
    private readonly double factor;

    /// <summary>rate = initial * factor^(epochs done).</summary>
    /// <param name="initial">The rate of the first epoch, above zero.</param>
    /// <param name="factor">What the rate is multiplied by, above zero; 0.95 takes away a twentieth.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ExponentialRate(double initial, double factor)
    {
        this.initial = OptimizerArgument.Positive(initial, "The learning rate");
        this.factor = OptimizerArgument.Positive(factor, "The factor of the learning rate");
    }

    /// <inheritdoc/>
    public float Rate(int completedEpochs) => (float)(initial * Math.Pow(factor, completedEpochs));
}
