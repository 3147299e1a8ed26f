namespace NetDsl.Generator.Layers;

/// <summary>Two-dimensional convolution whose dilation is its rate.</summary>
internal sealed class AtrousConv2dLayer : ConvolutionLayer
{
    public override string Name => "AtrousConv2d";

    protected override IReadOnlyList<WindowNames> Names { get; } = [.. WindowNames.Of(2).Select(names => names with { Dilation = "rate" })];
}
