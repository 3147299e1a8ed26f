namespace NetDsl.Generator.Layers;

/// <summary>Three-dimensional transposed convolution.</summary>
internal sealed class Conv3dTransposeLayer : TransposedLayer
{
    public override string Name => "Conv3dTranspose";

    protected override int Rank => 3;
}
