using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class DepthwiseConv2dTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17, 33 })
        {
            foreach (int multiplier in new[] { 1, 2, 3 })
            {
                cases.Add(new(7, 5, channels), new ReferenceDepthwiseConv2d(3, 3, same: true) { Multiplier = multiplier });
                cases.Add(new(6, 9, channels), new ReferenceDepthwiseConv2d(2, 3) { Multiplier = multiplier, Bias = false });
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(new(11, 13, 3), new ReferenceDepthwiseConv2d(new Window2d(2, 3) { Same = same, StrideHeight = 3, StrideWidth = 4 }));
            cases.Add(new(12, 11, 5), new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Same = same, StrideHeight = 2, StrideWidth = 2 }) { Multiplier = 2 });
            cases.Add(new(11, 9, 4), new ReferenceDepthwiseConv2d(new Window2d(3, 2) { Same = same, DilationHeight = 2, DilationWidth = 3 }));
        }

        cases.Add(new(5, 6, 2), new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Pads = new(0, 2, 3, 1) }) { Multiplier = 17 });
        cases.Add(new(1, 1, 3), new ReferenceDepthwiseConv2d(5, 5, same: true));
        cases.Add(new(13, 12, 5), new ReferenceDepthwiseConv2d(11, 11, same: true));
        cases.Add(new(9, 9, 8), new ReferenceDepthwiseConv2d(3, 3, same: true), ReferenceActivation.Relu(), new ReferenceConv2d(1, 1, 6), ReferenceActivation.Tanh());
        return cases;
    }
}
