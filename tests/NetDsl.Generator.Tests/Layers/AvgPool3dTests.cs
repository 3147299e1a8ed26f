using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class AvgPool3dTests
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
                cases.Add(ReferenceShape.Volume(3, 5, 4, channels), new ReferenceAvgPool3d(2, 2, 2, same));
                cases.Add(ReferenceShape.Volume(5, 3, 5, channels), new ReferenceAvgPool3d(new PoolWindow3d(3, 2, 3) { Same = same, Strides = (2, 1, 2) }));
            }
        }

        cases.Add(ReferenceShape.Volume(5, 4, 6, 3), new ReferenceAvgPool3d(new PoolWindow3d(2, 3, 2) { Strides = (3, 2, 4), Pads = (1, 0, 2, 1, 0, 1) }));
        cases.Add(ReferenceShape.Volume(4, 4, 4, 3), new ReferenceAvgPool3d(new PoolWindow3d(3, 3, 3) { Strides = (2, 2, 2), Ceil = true }));
        cases.Add(ReferenceShape.Volume(1, 2, 1, 2), new ReferenceAvgPool3d(3, 3, 3, same: true));
        cases.Add(ReferenceShape.Volume(3, 4, 5, 2), ReferenceActivation.Tanh(), new ReferenceAvgPool3d(2, 2, 2, same: true), new ReferenceDense(3));
        return cases;
    }
}
