using NetDsl.Testing;
using NetDsl.Testing.Golden;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Reference;

/// <summary>The reference against other frameworks' results, which proves both.</summary>
public sealed class ReferenceGoldenTests
{
    // Golden arrays are double-precision results rounded once to single: half a unit in the last place is 6e-8.
    private const double Tolerance = 1e-7;

    public static TheoryData<string> Cases => GoldenData.Rows;

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Reference_agrees(string id)
    {
        GoldenCase golden = GoldenCases.Read(id);
        ReferenceNetwork network = GoldenKinds.Network(golden);
        GoldenData.SetParameters(golden, network);
        IReadOnlyList<Tensor> values = network.Forward(Tensor.From(network.Input, golden.Floats("input")));
        if (golden.Kind == GoldenKinds.LossKind)
        {
            CompareLoss(golden, network, values);
            return;
        }

        Assert.Equal(golden.Shape("output").Skip(1).Aggregate(1, (a, b) => a * b), network.Output.Length);
        Compare(golden, "output", golden.PredictsOnly ? network.PredictLogits(values[0]).Values : values[^1].Values);
        if (!golden.Has("grad_output") || golden.PredictsOnly)
        {
            return;
        }

        Tensor inputGradient = network.Backward(values, Tensor.From(network.Output, golden.Floats("grad_output")));
        Compare(golden, "grad_input", inputGradient.Values);
        foreach (ReferenceParameter parameter in network.Parameters)
        {
            if (golden.Has("grad_" + GoldenData.ArrayName(parameter)))
            {
                Compare(golden, "grad_" + GoldenData.ArrayName(parameter), parameter.Gradient);
            }
        }
    }

    private static void CompareLoss(GoldenCase golden, ReferenceNetwork network, IReadOnlyList<Tensor> values)
    {
        double[] targets = ReferenceSoftmaxCrossEntropy.OneHot(golden.Array("labels").Integers(), network.Output.Length);
        (double loss, Tensor gradient) = network.Loss!.Evaluate(values[^1], targets);
        Compare(golden, "output", [loss]);
        Compare(golden, "grad_input", gradient.Values);
        Compare(golden, "probabilities", network.Predict(values[0]).Values);
    }

    private static void Compare(GoldenCase golden, string array, double[] actual) =>
        ScaledError.Within(Tolerance, $"{golden.Id} {array}", actual, golden.Floats(array), golden.ErrorScale(array));
}
