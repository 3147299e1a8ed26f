using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Fully connected layer; takes a sample of any shape as a vector.</summary>
internal sealed class DenseLayer : LayerKind
{
    public override string Name => "Dense";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int units = arguments.Positive("units");
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        return arguments.Faulty ? null
            : new FullyConnected(input, Shape.Features(units), bias, weights.Init, weights.InitScale, weights.BiasInit);
    }
}
