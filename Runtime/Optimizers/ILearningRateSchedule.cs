namespace NetDsl;

/// <summary>Says which learning rate an epoch uses.</summary>
public interface ILearningRateSchedule
{
    /// <summary>The learning rate of the epoch that follows.</summary>
    /// <param name="completedEpochs">Epochs done so far, from 0.</param>
    float Rate(int completedEpochs);

    /// <summary>
    /// Tells a schedule that follows the training what a validation measured; without validation samples it is the training loss of
    /// an epoch. Schedules that depend on the epoch alone ignore it, those that wrap another hand it on.
    /// </summary>
    /// <param name="loss">The measured loss.</param>
    /// <param name="completedEpochs">Epochs done when it was measured.</param>
    void Observe(double loss, int completedEpochs)
    {
    }

    /// <summary>
    /// What the schedule remembers of the training so far, for checkpoints; nothing for one that depends on the epoch alone. Setting it
    /// to nothing puts the schedule back to its beginning.
    /// </summary>
    IReadOnlyList<double> Memory
    {
        get => [];
        set
        {
        }
    }
}
