namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every channel over a volume.</summary>
internal sealed class GlobalMaxPool3dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalMaxPool3d";

    protected override bool Maximum => true;

    protected override int Rank => 3;
}
