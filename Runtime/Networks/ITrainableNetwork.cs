namespace NetDsl;

/// <summary>A network whose backward pass was generated.</summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface ITrainableNetwork<TSelf> : INetwork<TSelf>
    where TSelf : class, ITrainableNetwork<TSelf>
{
    /// <summary>Opens the network's one training pass.</summary>
    /// <param name="batch">The largest number of samples that a step will bring.</param>
    /// <param name="threads">How many threads work on a step; 0 means all cores. The result does not depend on it.</param>
    /// <exception cref="InvalidOperationException">Another pass of this network is open.</exception>
    TrainingPass CreateTrainingPass(int batch, int threads = 0);
}
