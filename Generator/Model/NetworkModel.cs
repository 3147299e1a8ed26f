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

    /// <summary>Namespace, enclosing types and name, dotted: the stem of file names.</summary>
    public string FullName => string.Join(".", new[] { Namespace }
        .Concat(ContainingTypes.Select(header => TypeName(header) + Arity(header, '-')))
        .Append(Name)
        .Where(part => part.Length > 0)
        .Select(part => string.Concat(part.Replace("@", "").Select(FileCharacter))));

    /// <summary>The name by which a compilation finds the class: no other has it.</summary>
    public string MetadataName => ((Namespace.Length == 0 ? "" : Namespace + ".")
        + string.Concat(ContainingTypes.Select(header => TypeName(header) + Arity(header, '`') + "+"))
        + Name).Replace("@", "");

    /// <summary>The enclosing types and the class as they are written, without type parameters.</summary>
    public IEnumerable<string> TypeNames => ContainingTypes.Select(TypeName).Append(Name);

    // The compiler refuses other characters in the names of generated files, though identifiers may have them.
    private static char FileCharacter(char character) => char.IsLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-';

    private static string TypeName(string header)
    {
        string plain = header.Split('<')[0];
        return plain.Substring(plain.LastIndexOf(' ') + 1);
    }

    /// <summary>The number of type parameters in a type's header behind a mark, such as <c>-2</c>; empty for none.</summary>
    private static string Arity(string header, char mark) =>
        header.Contains('<') ? mark + header.Split(',').Length.ToString(CultureInfo.InvariantCulture) : "";
}
