namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every channel over an image.</summary>
internal sealed class GlobalMaxPool2dLayer : GlobalPoolLayer
{
    public override string Name => "GlobalMaxPool2d";

    protected override bool Maximum => true;

    protected override int Rank => 2;
}
