using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Three-dimensional convolution.</summary>
internal sealed class Conv3dLayer : LayerKind
{
    public override string Name => "Conv3d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int filters = arguments.Positive("filters");
        int groups = GroupCheck.Read(arguments, input, filters);
        ConnectionTable? connections = ConnectionsCheck.Read(arguments, input, filters, groups);
        RankCheck.Holds(arguments, input, rank: 3);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        Window? window = Window.Read(arguments, input, WindowNames.Of(3), pool: false);
        return arguments.Faulty || window is not { } found ? null : new VolumeConvolution(
            input, found.Output(input, filters), found.Depth, found.Height, found.Width,
            groups, bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same)
        {
            Connections = connections,
        };
    }
}
