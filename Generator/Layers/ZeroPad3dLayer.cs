namespace NetDsl.Generator.Layers;

/// <summary>Zeros around a volume.</summary>
internal sealed class ZeroPad3dLayer : ZeroPadLayer
{
    public override string Name => "ZeroPad3d";

    protected override int Rank => 3;
}
