using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class MaxPool1dTests
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
            foreach (bool same in new[] { false, true })
            {
                cases.Add(ReferenceShape.Sequence(11, channels), new ReferenceMaxPool1d(2, same));
                cases.Add(ReferenceShape.Sequence(13, channels), new ReferenceMaxPool1d(new Window1d(4) { Same = same, Stride = 3 }));
                cases.Add(ReferenceShape.Sequence(12, channels), new ReferenceMaxPool1d(new Window1d(2) { Same = same, Stride = 5 }));
            }
        }

        cases.Add(ReferenceShape.Sequence(9, 3), new ReferenceMaxPool1d(new Window1d(3) { Stride = 2, Pads = (2, 1) }));
        cases.Add(ReferenceShape.Sequence(8, 3), new ReferenceMaxPool1d(new Window1d(3) { Stride = 2, Ceil = true }));
        cases.Add(ReferenceShape.Sequence(1, 2), new ReferenceMaxPool1d(3, same: true));
        cases.Add(ReferenceShape.Sequence(40, 3), new ReferenceConv1d(5, 6), ReferenceActivation.Relu(), new ReferenceMaxPool1d(3), new ReferenceConv1d(3, 4, same: true), new ReferenceDense(2));
        return cases;
    }
}
