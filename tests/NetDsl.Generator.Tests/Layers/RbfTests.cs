using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class RbfTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    [Theory]
    [InlineData("\"++-;-+-\"")]
    [InlineData("\"1 1 0 ; 0 1 0 ;\"")]
    [InlineData("\"##.\\r\\n.#.\\r\\n\"")]
    [InlineData("\"+\\n+-;\\n-\\n+\\n-\"")]
    public void Codes_are_the_first_values_and_no_training_changes_them(string codes)
    {
        CompiledNetwork network = GeneratorHarness.Run($"""
            using NetDsl;
            [Network, Input(3), Rbf(2, {codes})]
            public sealed partial class Distances;
            """).Load().Network("Distances");
        var values = new float[6];
        network.Parameters["Rbf1.codes"].CopyTo(values);
        Assert.Equal([1, 1, -1, -1, 1, -1], values);
        Assert.False(network.Parameters["Rbf1.codes"].Trainable);
        Assert.Equal([2f, 6f], network.Predict([1, 0, 0]));
    }

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int inputs in new[] { 1, 3, 17, 84 })
        {
            cases.Add(ReferenceShape.Features(inputs), ReferenceRbf.Random(3, inputs, seed: 1));
        }

        cases.Add(ReferenceShape.Features(2), ReferenceRbf.Random(17, 2, seed: 6));
        cases.Add(ReferenceShape.Features(5), ReferenceRbf.Random(1, 5, seed: 2));
        cases.Add(new(3, 2, 3), ReferenceRbf.Random(4, 18, seed: 3));
        cases.Add(new(5, 5, 2), new ReferenceConv2d(3, 3, 3, same: true), ReferenceActivation.Tanh(), ReferenceRbf.Random(3, 75, seed: 4));
        cases.Add(ReferenceShape.Features(6), new ReferenceDense(7), ReferenceActivation.ScaledTanh(), ReferenceRbf.Random(5, 7, seed: 5), new ReferenceDense(2));
        return cases;
    }
}
