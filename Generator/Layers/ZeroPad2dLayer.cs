namespace NetDsl.Generator.Layers;

/// <summary>Zeros around an image.</summary>
internal sealed class ZeroPad2dLayer : ZeroPadLayer
{
    public override string Name => "ZeroPad2d";

    protected override int Rank => 2;
}
