using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Upsample2dTests
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
            cases.Add(new(3, 5, channels), new ReferenceUpsample2d(2));
            cases.Add(new(5, 1, channels), new ReferenceUpsample2d(3));
        }

        cases.Add(new(3, 2, 3), new ReferenceUpsample2d(1));
        cases.Add(new(4, 5, 3), new ReferenceConv2d(3, 3, 4, same: true), ReferenceActivation.Relu(), new ReferenceUpsample2d(2), new ReferenceConv2d(3, 3, 2, same: true));
        return cases;
    }
}
