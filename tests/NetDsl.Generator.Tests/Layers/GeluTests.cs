using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class GeluTests
{
    private static readonly LayerCases Cases = ActivationCases.Build(ReferenceActivation.Gelu(), ReferenceActivation.GeluTanh());

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);
}
