using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A pool over windows of height x width.</summary>
internal abstract class Pool2dLayer : LayerKind
{
    protected abstract bool Maximum { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Image(arguments, input);
        Window2d? window = Window2d.Read(arguments, input, pool: true);
        return arguments.Faulty || window is not { } found ? null : new Pooling(
            input, Shape.Image(found.Height.Out, found.Width.Out, input.Channels), found.Height, found.Width, Maximum, found.Same);
    }
}
