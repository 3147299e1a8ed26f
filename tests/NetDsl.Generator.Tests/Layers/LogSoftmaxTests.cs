using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class LogSoftmaxTests
{
    private static readonly LayerCases Cases = ActivationCases.Build(new ReferenceLogSoftmax());

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);
}
