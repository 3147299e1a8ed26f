using System.Globalization;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>A network's source: the network itself, or its stub.</summary>
internal sealed record GeneratedSource(string HintName, string Text)
{
    public static GeneratedSource Of(PlannedNetwork network, EquatableArray<string> ambiguous)
    {
        string text = network.Plan is { } plan ? NetworkEmitter.Print(plan) : ErrorStubEmitter.Print(network.Shaped.Model, network.Problems);
        return new GeneratedSource($"{FileName(network, ambiguous)}.g.cs", text);
    }

    /// <summary>The name of the network's files, the extension left out.</summary>
    public static string FileName(PlannedNetwork network, EquatableArray<string> ambiguous)
    {
        NetworkModel model = network.Shaped.Model;
        int twin = ambiguous.ToList().IndexOf(model.MetadataName);
        return twin < 0 ? model.FullName : $"{model.FullName}.{twin.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>
    /// Networks whose files the compiler would take for one: their names differ only in case, or, while somebody types, in what is a
    /// namespace and what a class.
    /// </summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<NetworkModel> models) => models
        .GroupBy(model => model.FullName, model => model.MetadataName, StringComparer.OrdinalIgnoreCase)
        .Select(group => group.Distinct())
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.OrderBy(name => name, StringComparer.Ordinal))
        .ToEquatableArray();
}
