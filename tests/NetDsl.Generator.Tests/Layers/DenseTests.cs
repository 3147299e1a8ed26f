using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class DenseTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int features in new[] { 1, 3, 17, 84 })
        {
            foreach (int units in new[] { 1, 3, 17, 64 })
            {
                cases.Add(ReferenceShape.Features(features), new ReferenceDense(units));
            }
        }

        cases.Add(ReferenceShape.Sequence(9, 2), new ReferenceDense(5));
        cases.Add(ReferenceShape.Volume(2, 3, 2, 3), new ReferenceDense(5));
        cases.Add(ReferenceShape.Features(9), new ReferenceDense(5) { Bias = false });
        cases.Add(new(3, 5, 3), new ReferenceDense(10));
        cases.Add(new(1, 1, 17), new ReferenceDense(10));
        cases.Add(new(3, 3, 2), new ReferenceDense(7), new ReferenceDense(4));
        cases.Add(ReferenceShape.Features(501), new ReferenceDense(300), ReferenceActivation.Tanh());
        cases.Add(ReferenceShape.Features(1024), new ReferenceDense(128) { Bias = false });
        return cases;
    }
}
