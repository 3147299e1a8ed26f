using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A convolution over a sequence or an image.</summary>
internal abstract class ConvolutionLayer : LayerKind
{
    /// <summary>What the arguments of each dimension are called; as many as the input has dimensions.</summary>
    protected abstract IReadOnlyList<WindowNames> Names { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int filters = arguments.Positive("filters");
        int groups = GroupCheck.Read(arguments, input, filters);
        ConnectionTable? connections = ConnectionsCheck.Read(arguments, input, filters, groups);
        RankCheck.Holds(arguments, input, Names.Count);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        Window? window = Window.Read(arguments, input, Names, pool: false);
        return arguments.Faulty || window is not { } found ? null : new Convolution(
            input, found.Output(input, filters), found.Height, found.Width,
            groups, bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same)
        {
            Connections = connections,
        };
    }
}
