namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every window of an image.</summary>
internal sealed class MaxPool2dLayer : PoolLayer
{
    public override string Name => "MaxPool2d";

    protected override bool Maximum => true;

    protected override int Rank => 2;
}
