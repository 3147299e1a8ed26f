using System.Globalization;
using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>A network as declared: primitives only, equal when the declaration means the same.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">Headers of the enclosing types, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Name">The class's name as it must be written in code (a keyword carries its @).</param>
/// <param name="Accessibility">The class's declared accessibility in C#, such as <c>public</c>; empty if none is written.</param>
/// <param name="Modifiers">Further modifiers that the generated part repeats, such as <c>sealed</c>; empty for none.</param>
/// <param name="Training">Whether a backward pass is wanted.</param>
/// <param name="Unroll">How much is written out.</param>
/// <param name="Precision">Which algorithms prediction may use.</param>
/// <param name="Input">The declared input.</param>
/// <param name="Layers">What stands on the class in order: layers, uses of blocks, merges, the loss.</param>
/// <param name="Blocks">The blocks that it uses, those in other blocks included.</param>
/// <param name="Problems">Faults that parsing found.</param>
/// <param name="Extensible">Whether a generated part can be added at all (partial, not static, not generic ...).</param>
internal sealed record NetworkModel(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Accessibility,
    string Modifiers,
    bool Training,
    Unroll Unroll,
    Precision Precision,
    Shape Input,
    EquatableArray<LayerModel> Layers,
    EquatableArray<BlockModel> Blocks,
    EquatableArray<Problem> Problems,
    bool Extensible)
{
    /// <summary>What the network may cost at most; null where nothing is said.</summary>
    public BudgetModel? Budget { get; init; }

    /// <summary>Namespace, enclosing types and name, dotted: unique in a compilation, and the stem of file names.</summary>
    public string FullName => string.Join(".", new[] { Namespace }
        .Concat(ContainingTypes.Select(Stem))
        .Append(Name)
        .Where(part => part.Length > 0)
        .Select(part => string.Concat(part.Replace("@", "").Select(FileCharacter))));

    // The compiler refuses other characters in the names of generated files, though identifiers may have them.
    private static char FileCharacter(char character) => char.IsLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-';

    /// <summary>The name in a type's header, with the number of its type parameters: <c>Outer-2</c>.</summary>
    private static string Stem(string header)
    {
        int bracket = header.IndexOf('<');
        string plain = bracket < 0 ? header : header.Substring(0, bracket);
        string arity = bracket < 0 ? "" : "-" + header.Split(',').Length.ToString(CultureInfo.InvariantCulture);
        return plain.Substring(plain.LastIndexOf(' ') + 1) + arity;
    }

    /// <summary>The name by which a compilation finds the class.</summary>
    public string MetadataName => (Namespace.Length == 0 ? "" : Namespace.Replace("@", "") + ".")
        + string.Concat(ContainingTypes.Select(header => header.Substring(header.LastIndexOf(' ') + 1).TrimStart('@') + "+"))
        + Name.TrimStart('@');
}
