namespace NetDsl.Generator.Layers;

/// <summary>The mean of every window of an image.</summary>
internal sealed class AvgPool2dLayer : PoolLayer
{
    public override string Name => "AvgPool2d";

    protected override bool Maximum => false;

    protected override int Rank => 2;
}
