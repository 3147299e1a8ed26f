namespace NetDsl.Generator.Layers;

/// <summary>x where it is positive, slope times x elsewhere.</summary>
internal sealed class LeakyReluLayer : ActivationLayer
{
    public override string Name => "LeakyRelu";

    protected override double Alpha(LayerArguments arguments) => arguments.Real("slope", 0.01);
}
