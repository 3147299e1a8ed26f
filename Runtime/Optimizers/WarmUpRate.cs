namespace NetDsl;

/// <summary>
/// Another schedule, with some epochs before it in which the rate rises evenly to its first one (Goyal et al. 2017, section 2.2).
/// </summary>
public sealed class WarmUpRate : ILearningRateSchedule
{
    private readonly ILearningRateSchedule after;
    private readonly int epochs;

    /// <summary>rate = first rate of the schedule * (epochs done + 1) / (epochs + 1), and then the schedule from its beginning.</summary>
    /// <param name="after">The schedule that follows.</param>
    /// <param name="epochs">Epochs of rising, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is below 1.</exception>
    public WarmUpRate(ILearningRateSchedule after, int epochs)
    {
        ArgumentNullException.ThrowIfNull(after);
        this.after = after;
        this.epochs = OptimizerArgument.Epochs(epochs, "The warm-up");
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Memory
    {
        get => after.Memory;
        set => after.Memory = value;
    }

    /// <inheritdoc/>
    public float Rate(int completedEpochs) => completedEpochs >= epochs
        ? after.Rate(completedEpochs - epochs)
        : (float)((double)after.Rate(0) * (completedEpochs + 1) / (epochs + 1));

    /// <summary>Hands on what is measured once the rising is over: a loss that falls little before says nothing about the schedule's rates.</summary>
    public void Observe(double loss, int completedEpochs)
    {
        if (completedEpochs >= epochs)
        {
            after.Observe(loss, completedEpochs - epochs);
        }
    }
}
