using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class MaxPool2dTests
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
                cases.Add(new(7, 5, channels), new ReferenceMaxPool2d(2, 2, same));
                cases.Add(new(7, 9, channels), new ReferenceMaxPool2d(new Window2d(3, 3) { Same = same, StrideHeight = 2, StrideWidth = 2 }));
                cases.Add(new(5, 7, channels), new ReferenceMaxPool2d(new Window2d(3, 2) { Same = same }));
                cases.Add(new(11, 10, channels), new ReferenceMaxPool2d(new Window2d(2, 2) { Same = same, StrideHeight = 3, StrideWidth = 4 }));
            }
        }

        cases.Add(new(5, 6, 3), new ReferenceMaxPool2d(new Window2d(3, 3) { StrideHeight = 2, StrideWidth = 2, Pads = Pads.All(1) }));
        cases.Add(new(5, 6, 3), new ReferenceMaxPool2d(new Window2d(3, 2) { StrideHeight = 1, StrideWidth = 2, Pads = new(2, 0, 1, 1) }));
        cases.Add(new(8, 6, 3), new ReferenceMaxPool2d(new Window2d(3, 3) { StrideHeight = 2, StrideWidth = 2, Ceil = true }));
        cases.Add(new(6, 7, 2), new ReferenceMaxPool2d(new Window2d(2, 3) { StrideHeight = 3, StrideWidth = 3, Pads = Pads.All(1), Ceil = true }));
        cases.Add(new(2, 5, 2), new ReferenceMaxPool2d(new Window2d(3, 3) { StrideHeight = 2, StrideWidth = 2, Ceil = true }));
        cases.Add(new(3, 3, 1), new ReferenceMaxPool2d(new Window2d(5, 5) { Same = true }));
        cases.Add(new(6, 6, 40), new ReferenceMaxPool2d(6, 6));
        return cases;
    }
}
