using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class AtrousConv2dTests
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
            cases.Add(new(9, 11, channels), new ReferenceAtrousConv2d(3, 3, 5, 2));
            cases.Add(new(7, 5, channels), new ReferenceAtrousConv2d(3, 2, 17, 3, same: true));
        }

        cases.Add(new(6, 5, 3), new ReferenceAtrousConv2d(3, 3, 4, 1));
        cases.Add(new(5, 5, 2), new ReferenceAtrousConv2d(3, 3, 4, 12, same: true));
        cases.Add(new(11, 12, 2), new ReferenceAtrousConv2d(new Window2d(2, 3) { StrideHeight = 3, StrideWidth = 4, Pads = new(1, 2, 0, 3) }, 4, 2));
        cases.Add(new(9, 9, 3), new ReferenceAtrousConv2d(3, 3, 8, 2, same: true), ReferenceActivation.Relu(), new ReferenceAtrousConv2d(3, 3, 2, 4, same: true));
        return cases;
    }
}
