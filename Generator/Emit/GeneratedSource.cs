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
        string name = network.Shaped.Model.FullName;
        int twin = ambiguous.ToList().IndexOf(name);
        return twin < 0 ? name : $"{name}.{twin.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Names that differ only in case, which the compiler would take for one file.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) => names
        .Distinct()
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.OrderBy(name => name, StringComparer.Ordinal))
        .ToEquatableArray();
}
