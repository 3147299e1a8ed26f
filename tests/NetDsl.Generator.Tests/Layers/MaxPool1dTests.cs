using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class MaxPool1dTests
{
    private static readonly LayerCases Cases = PoolCases.OfSequences(window => new ReferenceMaxPool1d(window));

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);
}
