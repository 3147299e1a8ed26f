namespace NetDsl.Generator.Layers;

/// <summary>Zeros around a sequence.</summary>
internal sealed class ZeroPad1dLayer : ZeroPadLayer
{
    public override string Name => "ZeroPad1d";

    protected override int Rank => 1;
}
