namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every window.</summary>
internal sealed class MaxPool2dLayer : Pool2dLayer
{
    public override string Name => "MaxPool2d";

    protected override bool Maximum => true;
}
