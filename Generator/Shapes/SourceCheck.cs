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
            string? previous = index == 0 ? null : layers[index - 1].Name;
            if (layer.Arguments.FirstOrDefault(argument => argument.Name == "From")?.Value is string source && source != previous)
            {
                bool exists = layers.Any(other => other.Name == source);
                string fault = exists ? $"{source} is not the layer just before" : $"no layer is called {source}";
                string remedy = previous is null ? "leave From out, the first layer reads the input" : $"use {previous}, or leave From out";
                yield return new Problem(RuleIds.UnusableName, layer.Attribute, "From", $"{layer.Kind}: {fault}; {remedy}");
            }
        }
    }
}
