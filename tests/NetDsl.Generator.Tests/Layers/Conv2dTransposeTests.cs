using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv2dTransposeTests
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
                cases.Add(new(4, 5, channels), new ReferenceConvTranspose([3, 3], filters) { Same = true, Strides = [2, 2] });
                cases.Add(new(5, 3, channels), new ReferenceConvTranspose([2, 3], filters) { Bias = false });
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(new(3, 4, 2), new ReferenceConvTranspose([2, 3], 5) { Same = same, Strides = [3, 5] });
            cases.Add(new(3, 4, 2), new ReferenceConvTranspose([5, 4], 4) { Same = same, Strides = [2, 3], OutputPadding = 1 });
            cases.Add(new(4, 3, 2), new ReferenceConvTranspose([1, 1], 4) { Same = same, Strides = [1, 2] });
            cases.Add(new(1, 1, 3), new ReferenceConvTranspose([4, 4], 33) { Same = same });
        }

        cases.Add(
            new(5, 5, 3), new ReferenceConv2d(3, 3, 8, same: true), ReferenceActivation.Relu(),
            new ReferenceConvTranspose([3, 3], 5) { Same = true, Strides = [2, 2] }, ReferenceActivation.Tanh(), new ReferenceConv2d(3, 3, 2, same: true));
        cases.Add(new(4, 4, 2), new ReferenceConvTranspose([2, 2], 4) { Strides = [2, 2] }, ReferenceActivation.Gelu(), new ReferenceMaxPool2d(2, 2), new ReferenceDense(3));
        return cases;
    }
}
