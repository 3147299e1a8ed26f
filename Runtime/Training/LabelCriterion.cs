namespace NetDsl;

/// <summary>How a classifier's output before the loss is compared with a sample's class: the loss's value, and the class that it names.</summary>
public abstract class LabelCriterion
{
    private protected LabelCriterion()
    {
    }

    /// <summary>Cross-entropy from logits; the largest names the class.</summary>
    public static LabelCriterion SoftmaxCrossEntropy { get; } = new CrossEntropy();

    /// <summary>The loss of distances that <see cref="MaximumAPosterioriAttribute"/> describes; the smallest names the class.</summary>
    /// <param name="rubbishPenalty">Penalty of the class for rubbish.</param>
    public static LabelCriterion MaximumAPosteriori(double rubbishPenalty) => new Posterior(rubbishPenalty);

    /// <summary>The loss of one sample.</summary>
    /// <param name="output">What enters the loss.</param>
    /// <param name="label">The sample's class, from 0.</param>
    public abstract double Loss(ReadOnlySpan<float> output, int label);

    /// <summary>The class that an output names; the first of equal ones.</summary>
    /// <param name="output">What enters the loss.</param>
    public abstract int Recognize(ReadOnlySpan<float> output);

    /// <summary>How many classes an output finds likelier than a sample's own; of equal ones the first counts as likelier.</summary>
    internal int Rank(ReadOnlySpan<float> output, int label)
    {
        if (float.IsNaN(output[label]))
        {
            return output.Length;
        }

        int likelier = 0;
        for (int i = 0; i < output.Length; i++)
        {
            likelier += IsLikelier(output[i], output[label]) || (i < label && output[i] == output[label]) ? 1 : 0;
        }

        return likelier;
    }

    /// <summary>Whether one value speaks for its class more than another.</summary>
    private protected abstract bool IsLikelier(float value, float other);

    // log(sum(exp(z))) - z[label], with the highest logit taken out of the sum.
    private sealed class CrossEntropy : LabelCriterion
    {
        private protected override bool IsLikelier(float value, float other) => value > other;

        public override double Loss(ReadOnlySpan<float> output, int label)
        {
            double highest = output[Recognize(output)], exponentials = 0;
            foreach (float logit in output)
            {
                exponentials += Math.Exp(logit - highest);
            }

            return Math.Log(exponentials) + highest - output[label];
        }

        public override int Recognize(ReadOnlySpan<float> output)
        {
            int best = 0;
            for (int i = 1; i < output.Length; i++)
            {
                best = output[i] > output[best] ? i : best;
            }

            return best;
        }
    }

    // y[label] + log(exp(-penalty) + sum(exp(-y))), with the smallest distance taken out of the sum.
    private sealed class Posterior(double penalty) : LabelCriterion
    {
        private protected override bool IsLikelier(float value, float other) => value < other;

        public override double Loss(ReadOnlySpan<float> output, int label)
        {
            double least = Math.Min(penalty, output[Recognize(output)]), exponentials = Math.Exp(least - penalty);
            foreach (float distance in output)
            {
                exponentials += Math.Exp(least - distance);
            }

            return output[label] + Math.Log(exponentials) - least;
        }

        public override int Recognize(ReadOnlySpan<float> output)
        {
            int best = 0;
            for (int i = 1; i < output.Length; i++)
            {
                best = output[i] < output[best] ? i : best;
            }

            return best;
        }
    }
}
