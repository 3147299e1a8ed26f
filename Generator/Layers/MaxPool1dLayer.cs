namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every window of a sequence.</summary>
internal sealed class MaxPool1dLayer : PoolLayer
{
    public override string Name => "MaxPool1d";

    protected override bool Maximum => true;

    protected override int Rank => 1;
}
