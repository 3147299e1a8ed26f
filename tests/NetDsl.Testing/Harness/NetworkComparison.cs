using NetDsl.Testing.Reference;

namespace NetDsl.Testing.Harness;

/// <summary>Forward, backward and prediction of a generated network against the reference.</summary>
public static class NetworkComparison
{
    /// <summary>
    /// Distance from kinks within which single and double precision may disagree: some tens of rounding errors of values
    /// near one.
    /// </summary>
    public const double KinkDistance = 1e-5;

    public static void SetParameters(ReferenceNetwork reference, CompiledNetwork network)
    {
        foreach (ReferenceParameter parameter in reference.Parameters)
        {
            network.Parameters[parameter.Name].CopyFrom(Array.ConvertAll(parameter.Value, value => (float)value));
        }
    }

    /// <summary>Draws parameters and a batch, and compares everything that a network computes from them.</summary>
    public static void Run(ReferenceNetwork reference, CompiledNetwork network, int batch, int seed, double tolerance = ScaledError.Tolerance)
    {
        ReferenceData data = ReferenceData.Draw(reference, batch, seed, KinkDistance);
        string where = $"batch {batch}, seed {data.Seed}:";
        SetParameters(reference, network);
        Predict(reference, network, data, tolerance, where);

        // Dropout is random in training, so only its prediction has a reference.
        if (!reference.Layers.Any(layer => layer is ReferenceDropout))
        {
            Train(reference, network, data, tolerance, where);
        }
    }

    private static void Predict(ReferenceNetwork reference, CompiledNetwork network, ReferenceData data, double tolerance, string where)
    {
        float[] input = data.Input.ToSingle();
        ScaledError.Within(tolerance, $"{where} Predict", reference.Predict(data.Input).Values, network.Predict(input));
        ScaledError.Within(tolerance, $"{where} PredictLogits", reference.PredictLogits(data.Input).Values, network.PredictLogits(input));
    }

    private static void Train(ReferenceNetwork reference, CompiledNetwork network, ReferenceData data, double tolerance, string where)
    {
        using TrainingPass pass = network.CreateTrainingPass(data.Input.Batch);
        IReadOnlyList<Tensor> values = reference.Forward(data.Input);
        ScaledError.Within(tolerance, $"{where} Forward", values[^1].Values, pass.Forward(data.Input.ToSingle()));

        Tensor inputGradient = reference.Backward(values, data.OutputGradient);
        pass.Backward(data.OutputGradient.ToSingle());
        Gradients(reference, network, pass, inputGradient, tolerance, where);
    }

    /// <summary>Draws parameters and a batch, and compares the loss and all gradients of one training step.</summary>
    public static void Step(ReferenceNetwork reference, CompiledNetwork network, int[] labels, int seed, double tolerance)
    {
        ReferenceData data = ReferenceData.Draw(reference, labels.Length, seed, KinkDistance);
        string where = $"step on {labels.Length} samples, seed {data.Seed}:";
        SetParameters(reference, network);
        IReadOnlyList<Tensor> values = reference.Forward(data.Input);
        (double loss, Tensor gradient) = reference.Loss!.Evaluate(values[^1], ReferenceSoftmaxCrossEntropy.OneHot(labels, reference.Output.Length));
        Tensor inputGradient = reference.Backward(values, gradient);

        using TrainingPass pass = network.CreateTrainingPass(labels.Length);
        ScaledError.Within(tolerance, $"{where} loss", [loss], [pass.ForwardBackward(data.Input.ToSingle(), labels)]);
        Gradients(reference, network, pass, inputGradient, tolerance, where);
    }

    /// <summary>Compares the gradients of the last backward pass on both sides.</summary>
    public static void Gradients(
        ReferenceNetwork reference, CompiledNetwork network, TrainingPass pass, Tensor inputGradient, double tolerance, string where)
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
