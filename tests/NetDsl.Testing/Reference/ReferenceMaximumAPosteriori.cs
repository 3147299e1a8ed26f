using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>The mean over samples of sum(target * y) + log(exp(-penalty) + sum(exp(-y))), targets summing to one.</summary>
public sealed record ReferenceMaximumAPosteriori(double RubbishPenalty = 0.1) : ReferenceLoss
{
    public override string Kind => "MaximumAPosteriori";

    public override string Declaration =>
        RubbishPenalty == 0.1 ? Kind : $"{Kind}(RubbishPenalty = {RubbishPenalty.ToString("R", CultureInfo.InvariantCulture)})";

    public override Tensor Predict(Tensor logits) =>
        new ReferenceSoftmax().Forward(new Tensor(logits.Batch, logits.Shape, Array.ConvertAll(logits.Values, y => -y)), []);

    public override (double Loss, Tensor Gradient) Evaluate(Tensor logits, IReadOnlyList<double> targets)
    {
        var gradient = new Tensor(logits.Batch, logits.Shape);
        int classes = logits.Shape.Length;
        double loss = 0;
        for (int start = 0; start < logits.Values.Length; start += classes)
        {
            int[] cell = [.. Enumerable.Range(start, classes)];
            double total = Math.Exp(-RubbishPenalty) + cell.Sum(i => Math.Exp(-logits.Values[i]));
            double mass = cell.Sum(i => targets[i]);
            loss += (cell.Sum(i => targets[i] * logits.Values[i]) + (mass * Math.Log(total))) / logits.Batch;
            foreach (int i in cell)
            {
                gradient.Values[i] = (targets[i] - (mass * Math.Exp(-logits.Values[i]) / total)) / logits.Batch;
            }
        }

        return (loss, gradient);
    }
}
