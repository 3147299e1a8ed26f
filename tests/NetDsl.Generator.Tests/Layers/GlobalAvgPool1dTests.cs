using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class GlobalAvgPool1dTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        var pool = new ReferenceGlobalPool(1, Maximum: false);
        foreach (int channels in new[] { 1, 3, 17 })
        {
            cases.Add(ReferenceShape.Sequence(9, channels), pool);
            cases.Add(ReferenceShape.Sequence(1, channels), pool);
        }

        cases.Add(ReferenceShape.Sequence(12, 3), new ReferenceConv1d(3, 4, same: true), ReferenceActivation.Relu(), pool, new ReferenceDense(3));
        return cases;
    }
}
