using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class TrainableSubsample2dTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    [Fact]
    public void A_new_layer_is_a_mean()
    {
        CompiledNetwork network = GeneratorHarness.Run("""
            using NetDsl;
            [Network, Input(2, 4, 1), TrainableSubsample2d(2, 2)]
            public sealed partial class Mean;
            """).Load().Network("Mean");
        Assert.Equal([2.5f, 10f], network.Predict([1, 2, 7, 9, 3, 4, 11, 13]));
    }

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17 })
        {
            cases.Add(new(6, 4, channels), new ReferenceTrainableSubsample2d(2, 2));
            cases.Add(new(7, 8, channels), new ReferenceTrainableSubsample2d(2, 3));
            cases.Add(new(5, 5, channels), new ReferenceTrainableSubsample2d(1, 2), ReferenceActivation.ScaledTanh());
        }

        cases.Add(new(9, 10, 2), ReferenceActivation.Sigmoid(), new ReferenceTrainableSubsample2d(9, 8));
        cases.Add(
            new(9, 9, 2), new ReferenceConv2d(2, 2, 6), ReferenceActivation.ScaledTanh(), new ReferenceTrainableSubsample2d(2, 2),
            ReferenceActivation.ScaledTanh(), new ReferenceConv2d(3, 3, 4, same: true), ReferenceActivation.Relu(), new ReferenceTrainableSubsample2d(3, 3));
        return cases;
    }
}
