using System.Globalization;

namespace NetDsl;

/// <summary>A step's loss, or the norm of its gradients, was infinite or no number. The weights are those before the step.</summary>
public sealed class NonFiniteLossException : ArithmeticException
{
    internal NonFiniteLossException(string what, double value, float loss, long step, int epoch, float learningRate)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The {what} is {value} in step {step:N0} (epoch {epoch}, learning rate {learningRate}); a smaller rate may help"))
    {
        (Loss, Step, Epoch, LearningRate) = (loss, step, epoch, learningRate);
    }

    /// <summary>The step's loss: infinite or no number, unless it was the gradients' norm that was.</summary>
    public float Loss { get; }

    /// <summary>The step, from 1, counted over all epochs.</summary>
    public long Step { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The epoch's learning rate.</summary>
    public float LearningRate { get; }
}
