namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every window of a volume.</summary>
internal sealed class MaxPool3dLayer : PoolLayer
{
    public override string Name => "MaxPool3d";

    protected override bool Maximum => true;

    protected override int Rank => 3;
}
