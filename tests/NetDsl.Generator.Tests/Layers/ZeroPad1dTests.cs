using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class ZeroPad1dTests
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
            cases.Add(ReferenceShape.Sequence(7, channels), new ReferenceZeroPad(2, 1));
        }

        cases.Add(ReferenceShape.Sequence(3, 2), new ReferenceZeroPad(0, 0));
        cases.Add(ReferenceShape.Sequence(9, 3), new ReferenceConv1d(3, 4), ReferenceActivation.Tanh(), new ReferenceZeroPad(3, 0), new ReferenceConv1d(4, 5), new ReferenceZeroPad(0, 1), new ReferenceDense(2));
        return cases;
    }
}
