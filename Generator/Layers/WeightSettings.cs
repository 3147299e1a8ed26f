using NetDsl;

namespace NetDsl.Generator.Layers;

/// <summary>How the parameters of a convolution or a dense layer start.</summary>
internal readonly record struct WeightSettings(Initializer Init, double InitScale, double BiasInit)
{
    public static WeightSettings Read(LayerArguments arguments) => new(
        arguments.Choice("Init", Initializer.GlorotUniform), arguments.Real("InitScale", 1), arguments.Real("BiasInit", 0));
}
