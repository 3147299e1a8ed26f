using NetDsl.Testing.Reference;

namespace NetDsl.Testing.Harness;

/// <summary>Prediction, every activation, every gradient and the weighted losses of a generated graph against the reference.</summary>
public static class GraphComparison
{
    public static void Run(ReferenceGraph reference, CompiledNetwork network, ReferenceLoss? loss, int batch, int seed, double tolerance = ScaledError.Tolerance)
    {
        ReferenceData data = ReferenceData.Draw(reference, batch, seed, NetworkComparison.KinkDistance);
        Tensor input = data.Input;
        string where = $"batch {batch}, seed {data.Seed}:";
        foreach (ReferenceParameter parameter in reference.Parameters)
        {
            network.Parameters[parameter.Name].CopyFrom(Array.ConvertAll(parameter.Value, value => (float)value));
        }

        IReadOnlyList<Tensor> values = reference.Forward(input);
        int main = reference.Outputs[0].Node;
        Tensor logits = reference.Predict(input)[main];
        ScaledError.Within(tolerance, $"{where} PredictLogits", logits.Values, network.PredictLogits(input.ToSingle()));
        ScaledError.Within(tolerance, $"{where} Predict", (loss?.Predict(logits) ?? logits).Values, network.Predict(input.ToSingle()));

        using TrainingPass pass = network.CreateTrainingPass(batch);
        ScaledError.Within(tolerance, $"{where} Forward", values[main].Values, pass.Forward(input.ToSingle()));
        Activations(reference, pass, values, tolerance, where);

        Tensor inputGradient = reference.Backward(values, [(main, data.OutputGradient)]);
        pass.Backward(data.OutputGradient.ToSingle());
        Gradients(reference, network, pass, inputGradient, tolerance, where);
        if (loss is not null)
        {
            Step(reference, network, pass, loss, input, values, tolerance, where);
        }
    }

    private static void Step(
        ReferenceGraph reference, CompiledNetwork network, TrainingPass pass, ReferenceLoss loss, Tensor input, IReadOnlyList<Tensor> values, double tolerance, string where)
    {
        int classes = reference.ShapeOf(reference.Outputs[0].Node).Channels;
        int[] labels = [.. Enumerable.Range(0, input.Batch).Select(n => n % classes)];
        double[] targets = ReferenceSoftmaxCrossEntropy.OneHot(labels, classes);
        double expected = 0;
        var gradients = new List<(int, Tensor)>();
        foreach ((int node, double weight) in reference.Outputs)
        {
            (double value, Tensor gradient) = loss.Evaluate(values[node], targets);
            expected += weight * value;
            gradients.Add((node, new Tensor(gradient.Batch, gradient.Shape, Array.ConvertAll(gradient.Values, g => weight * g))));
        }

        float actual = loss is ReferenceSoftmaxCrossEntropy
            ? pass.ForwardBackward(input.ToSingle(), labels)
            : pass.ForwardBackward(input.ToSingle(), Array.ConvertAll(targets, target => (float)target));
        ScaledError.Within(tolerance, $"{where} loss", [expected], [actual]);
        Tensor inputGradient = reference.Backward(values, gradients);
        Gradients(reference, network, pass, inputGradient, tolerance, $"{where} with all losses,");
    }

    private static void Activations(ReferenceGraph reference, TrainingPass pass, IReadOnlyList<Tensor> values, double tolerance, string where)
    {
        for (int node = 1; node < reference.Count; node++)
        {
            ScaledError.Within(tolerance, $"{where} Activation {reference.NameOf(node)}", values[node].Values, pass.Activation(reference.NameOf(node)));
        }
    }

    private static void Gradients(ReferenceGraph reference, CompiledNetwork network, TrainingPass pass, Tensor inputGradient, double tolerance, string where)
    {
        ScaledError.Within(tolerance, $"{where} InputGradient", inputGradient.Values, pass.InputGradient);
        foreach (ReferenceParameter parameter in reference.Parameters)
        {
            var gradient = new float[parameter.Gradient.Length];
            network.Parameters[parameter.Name].CopyGradientTo(gradient);
            ScaledError.Within(tolerance, $"{where} gradient of {parameter.Name}", parameter.Gradient, gradient);
        }
    }
}
