using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A pool over windows of height x width.</summary>
internal abstract class Pool2dLayer : LayerKind
{
    protected abstract bool Maximum { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Image(arguments, input);
        Window? window = Window.Read(arguments, input, WindowNames.Of(2), pool: true);
        return arguments.Faulty || window is not { } found ? null : new Pooling(
            input, found.Output(input, input.Channels), found.Height, found.Width, Maximum, found.Same);
    }
}
