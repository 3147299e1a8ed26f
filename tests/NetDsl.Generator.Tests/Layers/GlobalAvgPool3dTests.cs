using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class GlobalAvgPool3dTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        var pool = new ReferenceGlobalPool(3, Maximum: false);
        foreach (int channels in new[] { 1, 3, 17 })
        {
            cases.Add(ReferenceShape.Volume(2, 5, 3, channels), pool);
            cases.Add(ReferenceShape.Volume(1, 1, 1, channels), pool);
        }

        cases.Add(ReferenceShape.Volume(3, 4, 5, 2), ReferenceActivation.Tanh(), pool, new ReferenceDense(3));
        return cases;
    }
}
