using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv1dTests
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
            foreach (int filters in new[] { 1, 3, 17 })
            {
                cases.Add(ReferenceShape.Sequence(13, channels), new ReferenceConv1d(3, filters, same: true));
                cases.Add(ReferenceShape.Sequence(9, channels), new ReferenceConv1d(4, filters));
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(ReferenceShape.Sequence(13, 3), new ReferenceConv1d(new Window1d(3) { Same = same, Stride = 5 }, 5));
            cases.Add(ReferenceShape.Sequence(14, 3), new ReferenceConv1d(new Window1d(6) { Same = same, Stride = 5 }, 4));
            cases.Add(ReferenceShape.Sequence(17, 2), new ReferenceConv1d(new Window1d(3) { Same = same, Dilation = 4 }, 7));
            cases.Add(ReferenceShape.Sequence(7, 6), new ReferenceConv1d(3, 9, same) { Groups = 3 });
            cases.Add(ReferenceShape.Sequence(7, 5), new ReferenceConv1d(1, 5, same) { Bias = false });
        }

        cases.Add(ReferenceShape.Sequence(6, 2), new ReferenceConv1d(new Window1d(3) { Pads = (2, 0) }, 4));
        cases.Add(ReferenceShape.Sequence(1, 3), new ReferenceConv1d(5, 4, same: true));
        cases.Add(ReferenceShape.Sequence(300, 4), new ReferenceConv1d(33, 8, same: true), ReferenceActivation.Relu(), new ReferenceDense(3));
        return cases;
    }
}
