using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class ZeroPad2dTests
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
            cases.Add(new(4, 3, channels), new ReferenceZeroPad(1, 2, 3, 0));
            cases.Add(new(2, 5, channels), new ReferenceZeroPad(0, 1, 0, 0));
        }

        cases.Add(new(5, 4, 3), new ReferenceConv2d(3, 3, 4), ReferenceActivation.Relu(), new ReferenceZeroPad(1, 1, 2, 2), new ReferenceConv2d(3, 3, 5, same: true), new ReferenceZeroPad(0, 1, 1, 0), new ReferenceMaxPool2d(2, 2), new ReferenceDense(3));
        return cases;
    }
}
