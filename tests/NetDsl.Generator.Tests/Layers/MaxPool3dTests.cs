using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class MaxPool3dTests
{
    private static readonly LayerCases Cases = PoolCases.OfVolumes(window => new ReferenceMaxPool3d(window));

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);
}
