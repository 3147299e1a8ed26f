namespace NetDsl.Generator.Layers;

/// <summary>The mean of every channel over a sequence.</summary>
internal sealed class GlobalAvgPool1dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalAvgPool1d";

    protected override bool Maximum => false;

    protected override int Rank => 1;
}
