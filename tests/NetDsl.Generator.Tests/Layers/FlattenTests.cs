using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class FlattenTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        cases.Add(new(3, 5, 3), new ReferenceFlatten());
        cases.Add(ReferenceShape.Features(17), new ReferenceFlatten());
        cases.Add(ReferenceShape.Sequence(5, 3), new ReferenceFlatten(), new ReferenceDense(2));
        cases.Add(ReferenceShape.Volume(2, 3, 4, 5), new ReferenceFlatten(), new ReferenceDense(2));
        cases.Add(new(4, 5, 3), new ReferenceConv2d(2, 2, 5), new ReferenceFlatten(), new ReferenceDense(4));
        cases.Add(new(4, 5, 17), new ReferenceMaxPool2d(2, 2), new ReferenceFlatten(), ReferenceActivation.Tanh());
        return cases;
    }
}
