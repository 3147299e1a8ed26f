using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv3dTests
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
                cases.Add(ReferenceShape.Volume(3, 5, 4, channels), new ReferenceConv3d(2, 3, 3, filters, same: true));
            }

            cases.Add(ReferenceShape.Volume(4, 3, 5, channels), new ReferenceConv3d(2, 3, 2, 5) { Bias = false });
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(ReferenceShape.Volume(7, 9, 5, 2), new ReferenceConv3d(new Window3d(2, new Window2d(3, 1) { Same = same, StrideHeight = 2, StrideWidth = 3 }) { StrideDepth = 3 }, 3));
            cases.Add(ReferenceShape.Volume(5, 5, 6, 2), new ReferenceConv3d(new Window3d(2, new Window2d(2, 3) { Same = same, DilationWidth = 2 }) { DilationDepth = 3 }, 3));
            cases.Add(ReferenceShape.Volume(3, 4, 4, 6), new ReferenceConv3d(2, 2, 2, 9, same) { Groups = 3 });
            cases.Add(ReferenceShape.Volume(2, 3, 3, 40), new ReferenceConv3d(1, 1, 1, 36, same) { Groups = 2 });
        }

        cases.Add(ReferenceShape.Volume(3, 3, 3, 2), new ReferenceConv3d(new Window3d(3, new Window2d(3, 3) { Pads = new(1, 0, 0, 2) }) { Pads = (0, 2) }, 4));
        cases.Add(ReferenceShape.Volume(1, 1, 1, 3), new ReferenceConv3d(3, 3, 3, 4, same: true));
        cases.Add(
            ReferenceShape.Volume(3, 4, 4, 2), new ReferenceConv3d(2, 2, 2, 5, same: true), ReferenceActivation.Relu(),
            new ReferenceConv3d(2, 2, 2, 33), ReferenceActivation.Tanh(), new ReferenceDense(3));
        cases.Add(ReferenceShape.Volume(2, 3, 3, 2), new ReferenceConv3d(2, 2, 2, 70), ReferenceActivation.Gelu(), new ReferenceFlatten());
        return cases;
    }
}
