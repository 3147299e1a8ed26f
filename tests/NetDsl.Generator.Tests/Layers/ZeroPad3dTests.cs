using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class ZeroPad3dTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17 })
        {
            cases.Add(ReferenceShape.Volume(2, 3, 4, channels), new ReferenceZeroPad(1, 2, 0, 3, 2, 1));
            cases.Add(ReferenceShape.Volume(1, 3, 2, channels), new ReferenceZeroPad(0, 0, 1, 0, 0, 1));
        }

        cases.Add(ReferenceShape.Volume(3, 4, 5, 2), ReferenceActivation.Tanh(), new ReferenceZeroPad(0, 1, 0, 0, 1, 0), new ReferenceMaxPool3d(2, 2, 2), new ReferenceDense(3));
        return cases;
    }
}
