using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Parsing;

/// <summary>Names every layer, and finds names that cannot be used.</summary>
internal static class LayerNames
{
    // Members of Facts and of the class that stands for a layer in it, and what every class inherits.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Facts", "OutputDepth", "OutputHeight", "OutputWidth", "OutputChannels", "OutputLength", "ParameterCount", "Multiplies",
        "OutputBytes", "ReceptiveFieldHeight", "ReceptiveFieldWidth",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    // Contextual keywords that C# does not accept as the name of a type.
    private static readonly HashSet<string> NotForTypes = new(StringComparer.Ordinal)
    {
        "allows", "await", "dynamic", "extension", "field", "file", "nameof", "nint", "notnull", "nuint", "partial", "record",
        "required", "scoped", "unmanaged", "var", "where",
    };

    public static List<LayerModel> Assign(IReadOnlyList<LayerModel> layers, ICollection<Problem> problems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new List<LayerModel>();
        foreach (LayerModel layer in layers)
        {
            counts.TryGetValue(layer.Kind, out int count);
            counts[layer.Kind] = ++count;
            string numbered = layer.Kind.Length == 0 ? "" : Invariant($"{layer.Kind}{count}");
            string? given = Given(layer);
            if (given is not null && Fault(given) is { } fault)
            {
                problems.Add(new Problem(RuleIds.UnusableName, layer.Attribute, "Name", $"{layer.Kind}: the name \"{given}\" {fault}"));
                given = null;
            }

            named.Add(layer with { Name = given ?? numbered });
        }

        ReportDuplicates(named, problems);
        return named;
    }

    private static string? Given(LayerModel layer) =>
        layer.Arguments.FirstOrDefault(argument => argument.Name == "Name")?.Value as string;

    private static string? Fault(string name) =>
        !SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || NotForTypes.Contains(name)
            ? "is no C# identifier; use letters, digits and _, such as Conv1, and no keyword"
        : Taken.Contains(name) ? "is the name of a generated member; use another"
        : null;

    private static void ReportDuplicates(List<LayerModel> layers, ICollection<Problem> problems)
    {
        foreach (IGrouping<string, LayerModel> same in layers.Where(layer => layer.Name.Length > 0).GroupBy(layer => layer.Name, StringComparer.Ordinal))
        {
            // An unnamed layer cannot be at fault: where it bears the name too, every layer that was given it is.
            IEnumerable<LayerModel> given = same.Where(layer => Given(layer) == same.Key);
            foreach (LayerModel layer in given.Count() == same.Count() ? given.Skip(1) : given)
            {
                LayerModel other = same.First(candidate => candidate != layer);
                string owner = Given(other) == same.Key ? $"another {other.Kind}" : $"an unnamed {other.Kind}";
                problems.Add(new Problem(
                    RuleIds.UnusableName, layer.Attribute, "Name",
                    $"{layer.Kind}: the name \"{layer.Name}\" is that of {owner} too; use one name for one layer"));
            }
        }
    }
}
