using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class Conv1dTransposeTests
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
                cases.Add(ReferenceShape.Sequence(7, channels), new ReferenceConvTranspose([4], filters) { Same = true, Strides = [2] });
                cases.Add(ReferenceShape.Sequence(6, channels), new ReferenceConvTranspose([3], filters));
            }
        }

        foreach (bool same in new[] { false, true })
        {
            cases.Add(ReferenceShape.Sequence(5, 3), new ReferenceConvTranspose([2], 4) { Same = same, Strides = [5], Bias = false });
            cases.Add(ReferenceShape.Sequence(5, 3), new ReferenceConvTranspose([7], 4) { Same = same, Strides = [3], OutputPadding = 2 });
        }

        cases.Add(
            ReferenceShape.Sequence(6, 2), new ReferenceConvTranspose([4], 5) { Same = true, Strides = [2] }, ReferenceActivation.Relu(),
            new ReferenceConv1d(3, 4, same: true), ReferenceActivation.Relu(), new ReferenceConvTranspose([2], 3) { Strides = [2] });
        return cases;
    }
}
