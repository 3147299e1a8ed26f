namespace NetDsl.Generator.Layers;

/// <summary>Two-dimensional transposed convolution.</summary>
internal sealed class Conv2dTransposeLayer : TransposedLayer
{
    public override string Name => "Conv2dTranspose";

    protected override int Rank => 2;
}
