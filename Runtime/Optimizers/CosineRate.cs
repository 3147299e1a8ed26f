namespace NetDsl;

/// <summary>
/// A learning rate that falls along half a cosine (Loshchilov and Hutter 2017, eq. 5, without restarts): slowly at first and at last.
/// </summary>
public sealed class CosineRate : ILearningRateSchedule
{
    private readonly double initial;
    private readonly int epochs;
    private readonly double final;

    /// <summary>rate = final + (initial - final) * (1 + cos(pi * epochs done / epochs)) / 2, and final from then on.</summary>
    /// <param name="initial">The rate of the first epoch, above zero.</param>
    /// <param name="epochs">Epochs until the last rate, at least 1.</param>
    /// <param name="final">The last rate, at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CosineRate(double initial, int epochs, double final = 0)
    {
        this.initial = OptimizerArgument.Positive(initial, "The learning rate");
        this.epochs = OptimizerArgument.Epochs(epochs, "The length of the cosine");
        this.final = OptimizerArgument.NotNegative(final, "The last learning rate");
    }

    /// <inheritdoc/>
    public float Rate(int completedEpochs) => completedEpochs >= epochs
        ? (float)final
        : (float)(final + ((initial - final) * (1 + Math.Cos(Math.PI * completedEpochs / epochs)) / 2));
}
