using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Shapes;

public class InputTests
{
    public static TheoryData<string, int[]> Inputs => new()
    {
        { "Input(7)", [0, 1, 1, 1, 7] },
        { "Input(9, 2)", [1, 1, 1, 9, 2] },
        { "Input(channels: 2, length: 9)", [1, 1, 1, 9, 2] },
        { "Input(5, 6, 3)", [2, 1, 5, 6, 3] },
        { "Input(4, 5, 6, 3)", [3, 4, 5, 6, 3] },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void EveryRankHasAnInput(string input, int[] shape)
    {
        ShapedNetwork network = Source.InferLayers(input + ", Relu");
        Assert.Empty(network.Problems);
        Assert.Equal(new Shape(shape[0], shape[1], shape[2], shape[3], shape[4]), network.Output);
    }

    [Theory]
    [InlineData("Input([|0|], 3), Relu", "Input: length is 0; use at least 1")]
    [InlineData("Input([|-1|], 5, 5, 3), Relu", "Input: depth is -1; use at least 1")]
    public void DimensionsAreAtLeastOne(string attributes, string message) => Verify.LayersReport("NDSL1002", message, attributes);
}
