using static System.FormattableString;

namespace NetDsl.Runtime;

// The steps that end in the network's own loss.
public abstract unsafe partial class LanePass
{
    /// <inheritdoc/>
    public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<int> labels)
    {
        if (plan.Loss != LossKind.SoftmaxCrossEntropy)
        {
            throw new InvalidOperationException(Invariant($"{plan.Network} has no loss that takes labels; add [SoftmaxCrossEntropy], or call Forward and Backward"));
        }

        int cells = input.Length / plan.Input.Length * (plan.Output.Length / plan.Classes);
        RequireLength(labels.Length, cells, "Labels", nameof(labels));
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)plan.Classes)
            {
                throw new ArgumentException(Invariant($"Label {label} is no class; {plan.Network} has {plan.Classes:N0}, from 0 to {plan.Classes - 1}"), nameof(labels));
            }
        }

        Forward(input);
        float loss = Losses.SoftmaxCrossEntropy(Logits, labels, plan.Classes, outputGradient.Span);
        RunBackward();
        return loss;
    }

    /// <inheritdoc/>
    public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<float> targets)
    {
        if (plan.Loss == LossKind.None)
        {
            throw new InvalidOperationException(Invariant($"{plan.Network} has no loss; add [SoftmaxCrossEntropy] or [MeanSquaredError], or call Forward and Backward"));
        }

        RequireLength(targets.Length, input.Length / plan.Input.Length * plan.Output.Length, "Targets", nameof(targets));
        Forward(input);
        float loss = plan.Loss == LossKind.SoftmaxCrossEntropy
            ? Losses.SoftmaxCrossEntropy(Logits, targets, plan.Classes, outputGradient.Span)
            : Losses.MeanSquaredError(Logits, targets, outputGradient.Span);
        RunBackward();
        return loss;
    }
}
