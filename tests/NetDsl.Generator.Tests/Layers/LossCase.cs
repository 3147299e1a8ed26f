using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>A small network with a loss: its value and its gradients against the reference.</summary>
internal sealed class LossCase
{
    public const int Inputs = 6, Outputs = 5, Batch = 19;

    private readonly ReferenceNetwork reference;
    private readonly Lazy<CompiledProject> project;

    public LossCase(ReferenceLoss? loss)
    {
        reference = new(
            ReferenceShape.Features(Inputs), [new ReferenceDense(8), ReferenceActivation.Tanh(), new ReferenceDense(Outputs)], loss);
        project = new(() => GeneratorHarness.Run("using NetDsl;\n" + reference.Declare("Small")).Load());
    }

    public CompiledNetwork Network() => project.Value.Network("Small");

    public void CheckPrediction() => NetworkComparison.Run(reference, Network(), batch: 3, seed: 7);

    /// <summary>One step on fewer samples than the pass takes, or on as many.</summary>
    public void CheckStep<T>(int samples, Func<Random, int, T[]> draw, Func<T[], double[]> widen, Func<TrainingPass, float[], T[], float> step)
    {
        CompiledNetwork network = Network();
        ReferenceData data = ReferenceData.Draw(reference, samples, seed: samples, NetworkComparison.KinkDistance);
        NetworkComparison.SetParameters(reference, network);
        T[] targets = draw(new Random(samples), samples);

        IReadOnlyList<Tensor> values = reference.Forward(data.Input);
        (double loss, Tensor gradient) = reference.Loss!.Evaluate(values[^1], widen(targets));
        Tensor inputGradient = reference.Backward(values, gradient);

        using TrainingPass pass = network.CreateTrainingPass(Batch);
        float actual = step(pass, data.Input.ToSingle(), targets);
        string where = $"{samples} samples, seed {data.Seed}:";
        ScaledError.Within(ScaledError.Tolerance, $"{where} loss", [loss], [actual]);
        NetworkComparison.Gradients(reference, network, pass, inputGradient, ScaledError.Tolerance, where);
    }

    /// <summary>Non-negative targets that sum to one for each sample.</summary>
    public static float[] Distributions(Random random, int samples)
    {
        float[] targets = [.. Enumerable.Range(0, samples * Outputs).Select(_ => random.NextSingle())];
        for (int n = 0; n < samples; n++)
        {
            Span<float> one = targets.AsSpan(n * Outputs, Outputs);
            float sum = one.ToArray().Sum();
            foreach (ref float target in one)
            {
                target /= sum;
            }
        }

        return targets;
    }
}
