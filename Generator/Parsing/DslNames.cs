using Microsoft.CodeAnalysis;

namespace NetDsl.Generator.Parsing;

/// <summary>Recognises the attributes of the DSL.</summary>
internal static class DslNames
{
    public const string NetworkAttribute = "NetDsl.NetworkAttribute";

    private const string Suffix = "Attribute";

    public static bool IsNetwork(INamedTypeSymbol? type) => Is(type, "NetworkAttribute");

    public static bool IsInput(INamedTypeSymbol? type) => Is(type, "InputAttribute");

    public static bool IsBudget(INamedTypeSymbol? type) => Is(type, "BudgetAttribute");

    public static bool IsLayer(INamedTypeSymbol? type) => Derives(type, "LayerAttribute");

    public static bool IsBlock(INamedTypeSymbol? type) => Derives(type, "BlockAttribute");

    /// <summary>The attribute's name without "Attribute".</summary>
    public static string Kind(INamedTypeSymbol type) =>
        type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length ? type.Name.Substring(0, type.Name.Length - Suffix.Length) : type.Name;

    private static bool Derives(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? ancestor = type?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Is(ancestor, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "NetDsl", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
