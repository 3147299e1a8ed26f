using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv2dTests
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
                cases.Add(new(7, 5, channels), new ReferenceConv2d(3, 3, filters, same: true));
                cases.Add(new(7, 5, channels), new ReferenceConv2d(3, 2, filters));
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(new(11, 13, 3), new ReferenceConv2d(new Window2d(2, 3) { Same = same, StrideHeight = 3, StrideWidth = 4 }, 5));
            cases.Add(new(11, 13, 3), new ReferenceConv2d(new Window2d(5, 3) { Same = same, StrideHeight = 2 }, 8));
            cases.Add(new(11, 9, 3), new ReferenceConv2d(new Window2d(3, 2) { Same = same, DilationHeight = 2, DilationWidth = 3 }, 7));
            cases.Add(new(11, 9, 3), new ReferenceConv2d(new Window2d(3, 3) { Same = same, StrideHeight = 2, StrideWidth = 2, DilationHeight = 2, DilationWidth = 2 }, 4));
            cases.Add(new(6, 6, 6), new ReferenceConv2d(3, 3, 9, same) { Groups = 3 });
            cases.Add(new(5, 5, 7), new ReferenceConv2d(3, 3, 7, same) { Groups = 7, Bias = false });
            cases.Add(new(6, 5, 34), new ReferenceConv2d(3, 3, 34, same) { Groups = 2 });
            cases.Add(new(9, 9, 2), new ReferenceConv2d(1, 1, 5, same));
        }

        cases.Add(new(5, 5, 2), new ReferenceConv2d(new Window2d(3, 3) { Pads = Pads.All(1) }, 4));
        cases.Add(new(5, 6, 2), new ReferenceConv2d(new Window2d(3, 3) { Pads = new(0, 2, 3, 1), StrideHeight = 2, StrideWidth = 3 }, 4));
        cases.Add(new(4, 4, 2), new ReferenceConv2d(new Window2d(2, 2) { Pads = Pads.All(3) }, 3));
        cases.Add(new(1, 1, 3), new ReferenceConv2d(5, 5, 4, same: true));
        cases.Add(new(2, 3, 3), new ReferenceConv2d(7, 5, 4, same: true));
        cases.Add(new(1, 13, 1), new ReferenceConv2d(new Window2d(1, 6) { StrideWidth = 5, StrideHeight = 5 }, 1) { Bias = false });
        cases.Add(new(15, 15, 3), new ReferenceConv2d(new Window2d(11, 11) { StrideHeight = 4, StrideWidth = 4, Pads = Pads.All(2) }, 8));
        cases.Add(new(6, 40, 4), new ReferenceConv2d(3, 3, 33, same: true));
        cases.Add(new(6, 7, 3), new ReferenceConv2d(3, 3, 4, same: true) { Connections = ["X.XX", "XX..", ".XX."] });
        cases.Add(
            new(7, 7, 2), new ReferenceConv2d(3, 3, 6) { Connections = ["X.X.X.", ".X.XXX"] }, ReferenceActivation.Tanh(),
            new ReferenceConv2d(2, 2, 1) { Connections = ["X", "X", "X", "X", "X", "X"], Bias = false });
        return cases;
    }
}
