namespace NetDsl;

/// <summary>Says which learning rate an epoch uses.</summary>
public interface ILearningRateSchedule
{
    /// <summary>The learning rate of the epoch that follows.</summary>
    /// <param name="completedEpochs">Epochs done so far, from 0.</param>
    float Rate(int completedEpochs);
}
