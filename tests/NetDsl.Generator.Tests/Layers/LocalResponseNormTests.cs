using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class LocalResponseNormTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17, 40 })
        {
            cases.Add(new(5, 7, channels), new ReferenceLocalResponseNorm());
            cases.Add(new(3, 5, channels), new ReferenceLocalResponseNorm(2) { Alpha = 0.3, Beta = 0.75 });
            cases.Add(new(5, 3, channels), new ReferenceLocalResponseNorm(1) { Bias = 2, Alpha = 0.5, Beta = 1.3 });
            cases.Add(new(1, 3, channels), new ReferenceLocalResponseNorm(100) { Beta = 1 });
            cases.Add(ReferenceShape.Features(channels), new ReferenceLocalResponseNorm(0));
        }

        cases.Add(ReferenceShape.Sequence(5, 6), new ReferenceLocalResponseNorm(2) { Beta = 0.4 });
        cases.Add(ReferenceShape.Volume(2, 3, 3, 6), new ReferenceLocalResponseNorm(2));
        cases.Add(ReferenceShape.Features(17_000), new ReferenceLocalResponseNorm(2) { Beta = 0.6 });
        cases.Add(
            new(6, 6, 3), new ReferenceConv2d(3, 3, 20, same: true), ReferenceActivation.Relu(),
            new ReferenceLocalResponseNorm(2) { Alpha = 0.0001, Beta = 0.75 }, new ReferenceConv2d(3, 3, 5, same: true));
        cases.Add(new(3, 3, 4), new ReferenceConv2d(2, 2, 5), new ReferenceFlatten(), new ReferenceLocalResponseNorm(3), new ReferenceDense(3));
        return cases;
    }
}
