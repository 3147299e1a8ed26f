namespace NetDsl.Generator.Layers;

/// <summary>One-dimensional transposed convolution.</summary>
internal sealed class Conv1dTransposeLayer : TransposedLayer
{
    public override string Name => "Conv1dTranspose";

    protected override int Rank => 1;
}
