namespace NetDsl.Generator.Layers;

/// <summary>The mean of every window of a volume.</summary>
internal sealed class AvgPool3dLayer : PoolLayer
{
    public override string Name => "AvgPool3d";

    protected override bool Maximum => false;

    protected override int Rank => 3;
}
