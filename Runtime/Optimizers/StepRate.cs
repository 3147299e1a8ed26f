namespace NetDsl;

/// <summary>A learning rate that is multiplied by a factor each time a number of epochs is done.</summary>
public sealed class StepRate : ILearningRateSchedule
{
    private readonly double initial;
    private readonly double factor;
    private readonly int everyEpochs;

    /// <summary>Takes the steps: rate = initial * factor^floor(epochs done / everyEpochs).</summary>
    /// <param name="initial">The rate of the first epoch, above zero.</param>
    /// <param name="factor">What the rate is multiplied by, above zero; 0.1 divides by ten.</param>
    /// <param name="everyEpochs">Epochs from one step to the next, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StepRate(double initial, double factor, int everyEpochs)
    {
        this.initial = OptimizerArgument.Positive(initial, "The learning rate");
        this.factor = OptimizerArgument.Positive(factor, "The factor of the learning rate");
        this.everyEpochs = everyEpochs >= 1
            ? everyEpochs
            : throw new ArgumentOutOfRangeException(
                nameof(everyEpochs), $"The learning rate steps every {SampleGeometry.Text(everyEpochs)} epochs; it must be at least 1");
    }

    /// <inheritdoc/>
    public float Rate(int completedEpochs)
    {
        double rate = initial;
        for (int step = completedEpochs / everyEpochs; step > 0; step--)
        {
            rate *= factor;
        }

        return (float)rate;
    }
}
