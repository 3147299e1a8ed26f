namespace NetDsl.Generator.Layers;

/// <summary>The mean of every channel over an image.</summary>
internal sealed class GlobalAvgPool2dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalAvgPool2d";

    protected override bool Maximum => false;

    protected override int Rank => 2;
}
