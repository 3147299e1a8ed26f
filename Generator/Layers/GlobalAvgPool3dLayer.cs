namespace NetDsl.Generator.Layers;

/// <summary>The mean of every channel over a volume.</summary>
internal sealed class GlobalAvgPool3dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalAvgPool3d";

    protected override bool Maximum => false;

    protected override int Rank => 3;
}
