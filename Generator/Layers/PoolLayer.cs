using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A pool over windows of a sequence, an image or a volume.</summary>
internal abstract class PoolLayer : LayerKind
{
    protected abstract bool Maximum { get; }

    /// <summary>1 for sequences, 2 for images, 3 for volumes.</summary>
    protected abstract int Rank { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Holds(arguments, input, Rank);
        Window? window = Window.Read(arguments, input, WindowNames.Of(Rank), pool: true);
        if (arguments.Faulty || window is not { } found)
        {
            return null;
        }

        Shape output = found.Output(input, input.Channels);
        return Rank == 3
            ? new VolumePooling(input, output, found.Depth, found.Height, found.Width, Maximum, found.Same)
            : new Pooling(input, output, found.Height, found.Width, Maximum, found.Same);
    }
}
