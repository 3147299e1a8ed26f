using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class SeparableConv2dTests
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
                cases.Add(new(7, 5, channels), new ReferenceSeparableConv2d(3, 3, filters, same: true));
                cases.Add(new(6, 9, channels), new ReferenceSeparableConv2d(2, 3, filters) { Multiplier = 2, Bias = false });
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(new(11, 13, 3), new ReferenceSeparableConv2d(new Window2d(2, 3) { Same = same, StrideHeight = 3, StrideWidth = 4 }, 5));
        }

        cases.Add(new(5, 6, 2), new ReferenceSeparableConv2d(new Window2d(3, 3) { Pads = new(0, 2, 3, 1) }, 4) { Multiplier = 3 });
        cases.Add(new(9, 9, 4), new ReferenceConv2d(3, 3, 5, same: true), ReferenceActivation.Relu(), new ReferenceSeparableConv2d(3, 3, 6, same: true), ReferenceActivation.Relu(), new ReferenceDense(3));
        cases.Add(new(8, 8, 3), new ReferenceSeparableConv2d(3, 3, 8, same: true), ReferenceActivation.Gelu(), new ReferenceSeparableConv2d(3, 3, 8, same: true), ReferenceActivation.Tanh());
        return cases;
    }
}
