using System.Globalization;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>A source of a network.</summary>
internal sealed record GeneratedSource(string HintName, string Text)
{
    /// <summary>The network itself or its stub, and behind it the facts that stand apart.</summary>
    public static IEnumerable<GeneratedSource> Of(PlannedNetwork network, EquatableArray<string> ambiguous)
    {
        string file = FileName(network, ambiguous);
        if (network.Plan is not { } plan)
        {
            return [new($"{file}.g.cs", ErrorStubEmitter.Print(network.Shaped.Model, network.Problems))];
        }

        var facts = new FactsEmitter(plan.Network);
        return facts.Parts()
            .Select((text, index) => new GeneratedSource($"{file}.Facts.{(index + 1).ToString(CultureInfo.InvariantCulture)}.g.cs", text))
            .Prepend(new($"{file}.g.cs", NetworkEmitter.Print(plan, facts)));
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
