namespace NetDsl.Generator.Layers;

/// <summary>The mean of every window of a sequence.</summary>
internal sealed class AvgPool1dLayer : PoolLayer
{
    public override string Name => "AvgPool1d";

    protected override bool Maximum => false;

    protected override int Rank => 1;
}
