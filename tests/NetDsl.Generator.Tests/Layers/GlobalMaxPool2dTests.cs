using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class GlobalMaxPool2dTests
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
            cases.Add(new(5, 7, channels), new ReferenceGlobalMaxPool2d());
            cases.Add(new(1, 1, channels), new ReferenceGlobalMaxPool2d());
        }

        cases.Add(new(5, 5, 3), new ReferenceConv2d(3, 3, 4, same: true), new ReferenceGlobalMaxPool2d(), new ReferenceDense(3));
        return cases;
    }
}
