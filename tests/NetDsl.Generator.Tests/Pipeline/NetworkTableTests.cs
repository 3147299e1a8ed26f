using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>What the head of an emitted network says of every layer's inference.</summary>
public sealed class NetworkTableTests
{
    private const string Source = """
        using NetDsl;
        [Network, Input(10, 12, 3)]
        [Conv2d(3, 3, 5, Padding.Same), Relu, LocalResponseNorm(2)]
        [Branch, Conv2d(1, 1, 5, Name = "Around"), Branch, Add, Relu(Name = "Summed")]
        [Branch, GlobalAvgPool2d, Dense(19), Relu(Name = "Beside"), Dropout(0.5), Dense(2, Name = "Aside"), Output("aside", LossWeight = 0.5)]
        [TrainableSubsample2d(2, 2), Tanh]
        [Branch, Conv2d(1, 1, 2), BatchNorm, Relu]
        [Branch, SeparableConv2d(1, 1, 3), Gelu]
        [Concat]
        [Dropout(0.5), Dense(19), Tanh, Rbf(2, "###################;...................")]
        [MaximumAPosteriori]
        public sealed partial class Net;
        """;

    private static readonly Lazy<string[]> Table = new(() =>
        [.. GeneratorHarness.Run(Source).Sources.Single(source => source.HintName == "Net.g.cs").Text.Split('\n').Select(line => line.TrimEnd())]);

    [Theory]
    [InlineData("Conv2d1", "direct, filters in the lanes; Relu fused")]
    [InlineData("Around", "direct, filters in the lanes; Add and Relu fused")]
    [InlineData("Add1", "fused into the layer before")]
    [InlineData("Summed", "fused into the layer before")]
    [InlineData("Relu1", "fused into the layer before")]
    [InlineData("LocalResponseNorm1", "channels in the lanes")]
    [InlineData("TrainableSubsample2d1", "channels in the lanes; Tanh fused")]
    [InlineData("BatchNorm1", "folded into the layer before")]
    [InlineData("SeparableConv2d1", "direct, filters in the lanes; Gelu fused")]
    [InlineData("Concat1", "none, written in place")]
    [InlineData("Dropout2", "none in inference")]
    [InlineData("Dense3", "matrix-vector, weights read once, in place; Tanh fused")]
    [InlineData("Rbf1", "inputs in the lanes, codes read in place")]
    [InlineData("GlobalAvgPool2d1", "none, training only")]
    [InlineData("Beside", "none, training only")]
    [InlineData("Dropout1", "none, training only")]
    [InlineData("Aside", "none, training only")]
    public void Says_how_inference_does_a_layer(string layer, string choice) =>
        Assert.EndsWith("  " + choice, Assert.Single(Table.Value, line => line.StartsWith($"//  {layer} ", StringComparison.Ordinal)), StringComparison.Ordinal);
}
