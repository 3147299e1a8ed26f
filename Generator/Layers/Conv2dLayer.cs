namespace NetDsl.Generator.Layers;

/// <summary>Two-dimensional convolution.</summary>
internal sealed class Conv2dLayer : ConvolutionLayer
{
    public override string Name => "Conv2d";

    protected override IReadOnlyList<WindowNames> Names => WindowNames.Of(2);
}
