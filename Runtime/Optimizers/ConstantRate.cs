namespace NetDsl;

/// <summary>The same learning rate in every epoch.</summary>
public sealed class ConstantRate : ILearningRateSchedule
{
    private readonly float rate;

    /// <summary>Takes the rate.</summary>
    /// <param name="rate">Above zero and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above zero and finite.</exception>
    public ConstantRate(double rate) => this.rate = (float)OptimizerArgument.Positive(rate, "The learning rate");

    /// <inheritdoc/>
    public float Rate(int completedEpochs) => rate;
}
