using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Whether every <c>From</c> names a layer that can be read.</summary>
internal static class SourceCheck
{
    public static IEnumerable<Problem> Find(EquatableArray<LayerModel> layers)
    {
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            string? source = Text(layer, "From");
            string? previous = index == 0 ? null : layers[index - 1].Name;
            if (source is null || source == previous || previous == "" || IsRejectedName(layers, source))
            {
                continue;
            }

            string fault = layers.Any(other => other.Name == source) ? $"{source} is not the layer just before" : $"no layer is called {source}";
            string remedy = previous is null ? "leave From out, the first layer reads the input" : $"use {previous}, or leave From out";
            yield return new Problem(RuleIds.UnusableName, layer.Attribute, "From", $"{layer.Kind}: {fault}; {remedy}");
        }
    }

    // The name itself has been reported where it was given.
    private static bool IsRejectedName(EquatableArray<LayerModel> layers, string name) =>
        layers.Any(layer => layer.Name != name && Text(layer, "Name") == name);

    private static string? Text(LayerModel layer, string argument) =>
        layer.Arguments.FirstOrDefault(candidate => candidate.Name == argument)?.Value as string;
}
