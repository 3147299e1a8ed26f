namespace NetDsl.Generator.Layers;

/// <summary>One-dimensional convolution.</summary>
internal sealed class Conv1dLayer : ConvolutionLayer
{
    public override string Name => "Conv1d";

    protected override IReadOnlyList<WindowNames> Names => WindowNames.Of(1);
}
