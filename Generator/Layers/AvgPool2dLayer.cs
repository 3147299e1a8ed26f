namespace NetDsl.Generator.Layers;

/// <summary>The mean of every window's real cells.</summary>
internal sealed class AvgPool2dLayer : Pool2dLayer
{
    public override string Name => "AvgPool2d";

    protected override bool Maximum => false;
}
