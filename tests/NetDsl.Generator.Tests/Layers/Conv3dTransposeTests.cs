using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv3dTransposeTests
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
            cases.Add(ReferenceShape.Volume(2, 3, 2, channels), new ReferenceConvTranspose([3, 3, 3], 3) { Same = true, Strides = [2, 2, 2] });
            cases.Add(ReferenceShape.Volume(2, 2, 3, channels), new ReferenceConvTranspose([2, 1, 3], 17) { Bias = false });
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(ReferenceShape.Volume(2, 3, 2, 2), new ReferenceConvTranspose([2, 3, 1], 4) { Same = same, Strides = [3, 2, 2], OutputPadding = 1 });
        }

        cases.Add(
            ReferenceShape.Volume(2, 2, 3, 2), new ReferenceConvTranspose([2, 2, 2], 5) { Strides = [2, 2, 2] }, ReferenceActivation.Relu(),
            new ReferenceConv3d(2, 3, 3, 3, same: true), ReferenceActivation.Tanh());
        return cases;
    }
}
