using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>An activation alone, and after convolutions and dense layers, where it may be computed along with them; also far from zero.</summary>
internal static class ActivationCases
{
    public static LayerCases Build(params IReadOnlyList<ReferenceLayer> activations)
    {
        var cases = new LayerCases();
        foreach (ReferenceLayer activation in activations)
        {
            foreach (int channels in new[] { 1, 3, 17 })
            {
                cases.Add(new(3, 5, channels), activation);
                cases.Add(ReferenceShape.Features(channels), activation);
                cases.Add(ReferenceShape.Sequence(5, channels), activation);
                cases.Add(ReferenceShape.Volume(2, 3, 4, channels), activation);
            }

            cases.Add(new(5, 5, 3), new ReferenceConv2d(3, 3, 5, same: true), activation);
            cases.Add(new(5, 5, 3), new ReferenceConv2d(3, 3, 5), activation, new ReferenceConv2d(3, 3, 4, same: true), activation);
            cases.Add(new(6, 6, 3), new ReferenceConv2d(3, 3, 5, same: true), activation, new ReferenceAvgPool2d(2, 2));
            if (!SaturatesAtOne(activation))
            {
                cases.Add(ReferenceShape.Features(3), ReferenceActivation.LeakyRelu(12), new ReferenceDense(9), activation);
            }

            cases.Add(ReferenceShape.Features(7), new ReferenceDense(9), activation, new ReferenceDense(5));
        }

        return cases;
    }

    // Far from zero the derivative 1 - y^2 of a hyperbolic tangent cancels to less than the tolerance on its own small scale,
    // as it does wherever it is computed from the output in single precision.
    private static bool SaturatesAtOne(ReferenceLayer activation) => activation.Kind is "Tanh" or "ScaledTanh";
}
