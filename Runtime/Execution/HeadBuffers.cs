namespace NetDsl.Runtime;

/// <summary>A further head of a training pass: what it gave for the batch, and the gradient of its part of the loss.</summary>
internal sealed class HeadBuffers(HeadPlan plan, int batch)
{
    private readonly PinnedBlock output = new(batch * plan.Output.Length);
    private readonly PinnedBlock gradient = new(batch * plan.Output.Length);

    /// <summary>Where it stands within a group.</summary>
    public HeadPlan Plan => plan;

    /// <summary>What enters the loss, for that many samples.</summary>
    public Span<float> Output(int samples) => output.Span[..(samples * plan.Output.Length)];

    /// <summary>The gradient of the head's output, for that many samples.</summary>
    public Span<float> Gradient(int samples) => gradient.Span[..(samples * plan.Output.Length)];

    /// <summary>Multiplies the head's loss and its gradient with the head's weight.</summary>
    public float Weigh(float loss, int samples)
    {
        float weight = (float)plan.LossWeight;
        foreach (ref float value in Gradient(samples))
        {
            value *= weight;
        }

        return loss * weight;
    }
}
