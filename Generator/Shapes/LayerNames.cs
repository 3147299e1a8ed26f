using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Shapes;

/// <summary>The names within a network or one copy of a block, and those that cannot be used.</summary>
internal sealed class LayerNames(BlockCopy? block, ProblemLog problems)
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

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LayerModel Layer, bool Given)> owners = new(StringComparer.Ordinal);

    /// <summary>Why a text can be no name, or null.</summary>
    public static string? Fault(string name) =>
        !SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || NotForTypes.Contains(name)
            ? "is no C# identifier; use letters, digits and _, such as Conv1, and no keyword"
        : Taken.Contains(name) ? "is the name of a generated member; use another"
        : null;

    /// <summary>The given name with its number, or kind and position.</summary>
    /// <param name="layer">The layer or the use of a block.</param>
    /// <param name="copy">Number of a block's copy; 0 for none.</param>
    /// <param name="rejected">Takes a name that cannot be used.</param>
    public string Next(LayerModel layer, int copy, ICollection<string> rejected)
    {
        counts.TryGetValue(layer.Kind, out int count);
        counts[layer.Kind] = ++count;
        string numbered = layer.Kind.Length == 0 ? "" : Invariant($"{layer.Kind}{count}");
        LayerSite site = LayerSite.Of(layer, numbered, block);
        string? given = site.Text("Name");
        if (given is not null && Fault(given) is { } fault)
        {
            rejected.Add(given);
            problems.Add(site.Fault(RuleIds.UnusableName, "Name", $"{layer.Kind}: the name \"{given}\" {fault}"));
            given = null;
        }

        string name = given is null ? numbered : copy == 0 ? given : Invariant($"{given}_{copy}");
        if (name.Length > 0)
        {
            Claim(name, layer, given is not null);
        }

        return name;
    }

    private void Claim(string name, LayerModel layer, bool given)
    {
        if (name == block?.Name)
        {
            // A class cannot have a member of its own name.
            Report(layer, given, name, $"is that of the block {block.Path} around it too; give one of them another Name");
        }
        else if (!owners.TryGetValue(name, out (LayerModel Layer, bool Given) owner))
        {
            owners.Add(name, (layer, given));
        }
        else if (given || !owner.Given)
        {
            Report(layer, given, name, $"is that of {(owner.Given ? "another" : "an unnamed")} {owner.Layer.Kind} too; use one name for one layer");
        }
        else
        {
            Report(owner.Layer, given: true, name, $"is that of an unnamed {layer.Kind} too; use one name for one layer");
        }
    }

    private void Report(LayerModel layer, bool given, string name, string fault) => problems.Add(
        LayerSite.Of(layer, name, block).Fault(RuleIds.UnusableName, given ? "Name" : null, $"{layer.Kind}: the name \"{name}\" {fault}"));
}
