using System.Globalization;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>A network's source: the network itself, or its stub.</summary>
internal sealed record GeneratedSource(string HintName, string Text)
{
    public static GeneratedSource Of(PlannedNetwork network, EquatableArray<string> ambiguous)
    {
        string name = network.Shaped.Model.FullName;
        int twin = ambiguous.ToList().IndexOf(name);
        return new GeneratedSource(
            twin < 0 ? $"{name}.g.cs" : $"{name}.{twin.ToString(CultureInfo.InvariantCulture)}.g.cs",
            network.Plan is { } plan ? NetworkEmitter.Print(plan) : ErrorStubEmitter.Print(network.Shaped.Model, network.Problems));
    }

    /// <summary>Names that differ only in case, which the compiler would take for one file.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) => names
        .Distinct()
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.OrderBy(name => name, StringComparer.Ordinal))
        .ToEquatableArray();
}
