namespace NetDsl.Testing.Reference;

/// <summary>A loss over a batch, and its gradient with respect to what enters it.</summary>
public abstract record ReferenceLoss
{
    /// <summary>The attribute's name.</summary>
    public abstract string Kind { get; }

    /// <summary>The attribute as a user writes it.</summary>
    public virtual string Declaration => Kind;

    /// <summary>What a prediction gives for the loss's input.</summary>
    public virtual Tensor Predict(Tensor logits) => logits;

    public abstract (double Loss, Tensor Gradient) Evaluate(Tensor logits, IReadOnlyList<double> targets);
}

/// <summary>The mean over samples of -sum(target * log softmax).</summary>
public sealed record ReferenceSoftmaxCrossEntropy : ReferenceLoss
{
    public override string Kind => "SoftmaxCrossEntropy";

    public override Tensor Predict(Tensor logits) => new ReferenceSoftmax().Forward(logits, []);

    /// <summary>Labels as the distributions that they stand for.</summary>
    public static double[] OneHot(ReadOnlySpan<int> labels, int classes)
    {
        var targets = new double[labels.Length * classes];
        for (int n = 0; n < labels.Length; n++)
        {
            targets[(n * classes) + labels[n]] = 1;
        }

        return targets;
    }

    public override (double Loss, Tensor Gradient) Evaluate(Tensor logits, IReadOnlyList<double> targets)
    {
        Tensor probabilities = Predict(logits);
        var gradient = new Tensor(logits.Batch, logits.Shape);
        int classes = logits.Shape.Length;
        double loss = 0;
        for (int n = 0; n < logits.Batch; n++)
        {
            double mass = Enumerable.Range(n * classes, classes).Sum(i => targets[i]);
            for (int i = n * classes; i < (n + 1) * classes; i++)
            {
                loss -= targets[i] == 0 ? 0 : targets[i] * Math.Log(probabilities.Values[i]) / logits.Batch;
                gradient.Values[i] = ((probabilities.Values[i] * mass) - targets[i]) / logits.Batch;
            }
        }

        return (loss, gradient);
    }
}

/// <summary>The mean of the squared differences over all output values.</summary>
public sealed record ReferenceMeanSquaredError : ReferenceLoss
{
    public override string Kind => "MeanSquaredError";

    public override (double Loss, Tensor Gradient) Evaluate(Tensor logits, IReadOnlyList<double> targets)
    {
        double[] differences = [.. logits.Values.Zip(targets, (value, target) => value - target)];
        double loss = differences.Sum(difference => difference * difference) / differences.Length;
        double[] gradient = Array.ConvertAll(differences, difference => 2 * difference / differences.Length);
        return (loss, new Tensor(logits.Batch, logits.Shape, gradient));
    }
}
