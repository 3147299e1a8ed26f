namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every channel over a sequence.</summary>
internal sealed class GlobalMaxPool1dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalMaxPool1d";

    protected override bool Maximum => true;

    protected override int Rank => 1;
}
