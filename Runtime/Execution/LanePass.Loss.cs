using static System.FormattableString;

namespace NetDsl.Runtime;

// The steps that end in the network's own loss.
public abstract unsafe partial class LanePass
{
    /// <inheritdoc/>
    public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<int> labels)
    {
        if (plan.Loss is LossKind.None or LossKind.MeanSquaredError)
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
        float loss = Loss(Logits, labels, outputGradient.Span);
        foreach (HeadBuffers head in heads)
        {
            UnloadHead(head);
            loss += head.Weigh(Loss(head.Output(Samples), labels, head.Gradient(Samples)), Samples);
        }

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
        float loss = Loss(Logits, targets, outputGradient.Span);
        foreach (HeadBuffers head in heads)
        {
            UnloadHead(head);
            loss += head.Weigh(Loss(head.Output(Samples), targets, head.Gradient(Samples)), Samples);
        }

        RunBackward();
        return loss;
    }

    private float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) => plan.Loss == LossKind.MaximumAPosteriori
        ? Losses.MaximumAPosteriori(logits, labels, plan.Classes, plan.RubbishPenalty, gradient)
        : Losses.SoftmaxCrossEntropy(logits, labels, plan.Classes, gradient);

    private float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient) => plan.Loss switch
    {
        LossKind.SoftmaxCrossEntropy => Losses.SoftmaxCrossEntropy(logits, targets, plan.Classes, gradient),
        LossKind.MaximumAPosteriori => Losses.MaximumAPosteriori(logits, targets, plan.Classes, plan.RubbishPenalty, gradient),
        _ => Losses.MeanSquaredError(logits, targets, gradient),
    };

    private void UnloadHead(HeadBuffers head)
    {
        fixed (float* destination = head.Output(Samples))
        {
            memory.Unload(head.Plan.Output, destination);
        }
    }
}
