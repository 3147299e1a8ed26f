using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class EluTests
{
    private static readonly LayerCases Cases = ActivationCases.Build(ReferenceActivation.Elu(1), ReferenceActivation.Elu(0.4), ReferenceActivation.Elu(0));

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);
}
