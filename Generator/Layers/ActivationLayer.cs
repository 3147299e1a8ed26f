using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A layer that applies one function to every value by itself.</summary>
internal abstract class ActivationLayer : LayerKind
{
    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        double alpha = Alpha(arguments);
        return arguments.Faulty ? null : new Activation(input, Name, alpha);
    }

    /// <summary>The function's one number; 0 where it has none.</summary>
    protected virtual double Alpha(LayerArguments arguments) => 0;
}
