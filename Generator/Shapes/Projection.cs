using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>The layers that a shortcut stands for.</summary>
internal static class Projection
{
    /// <summary>No layers where the shape fits; null where the arguments are faulty or the shape is not known.</summary>
    public static IReadOnlyList<LayerSite>? Of(LayerSite site, GraphValue input, ProblemLog problems)
    {
        if (!site.Layer.IsFinished || site.IsInFaultyBlock)
        {
            return null;
        }

        var arguments = new LayerArguments(site, input.IsKnown, problems);
        int filters = arguments.Positive("filters"), stride = arguments.Positive("Stride");
        return arguments.Faulty || !input.IsKnown ? null
            : input.Shape.Channels == filters && stride == 1 ? []
            : [Part(site, "Conv2d", Convolution(filters, stride)), Part(site, "BatchNorm", [])];
    }

    /// <summary>What the layers are called where there are any.</summary>
    public static IEnumerable<string> Paths(LayerSite site) => [Path(site, "Conv2d"), Path(site, "BatchNorm")];

    private static LayerSite Part(LayerSite site, string kind, ArgumentModel[] arguments) =>
        site.Stand(new LayerModel(kind, arguments.ToEquatableArray(), site.Layer.Attribute), Path(site, kind));

    private static string Path(LayerSite site, string kind) => $"{site.Path}.{kind}1";

    private static ArgumentModel[] Convolution(int filters, int stride) =>
    [
        new("height", 1L), new("width", 1L), new("filters", (long)filters), new("Stride", (long)stride), new("Bias", false),
    ];
}
