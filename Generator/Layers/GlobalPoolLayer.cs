using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A pool over all cells of a sequence, an image or a volume.</summary>
internal abstract class GlobalPoolLayer : LayerKind
{
    protected abstract bool Maximum { get; }

    /// <summary>1 for sequences, 2 for images, 3 for volumes.</summary>
    protected abstract int Rank { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input) =>
        RankCheck.Holds(arguments, input, Rank) ? new GlobalPooling(input, Shape.Features(input.Channels), Maximum) : null;
}
