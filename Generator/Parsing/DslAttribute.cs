using Microsoft.CodeAnalysis;

namespace NetDsl.Generator.Parsing;

/// <summary>What an attribute of a class is to its network.</summary>
internal enum AttributeRole
{
    /// <summary>None of ours.</summary>
    Foreign,

    /// <summary>Not known to the compiler: it may be a layer half typed.</summary>
    Unknown,

    Network,
    Budget,
    Input,
    Layer,
}

/// <summary>An attribute of a class, its place among the class's attributes, and the declaration that it stands on.</summary>
internal readonly record struct DslAttribute(AttributeData Data, int Index, AttributeRole Role, SyntaxNode? Declaration)
{
    public bool InSequence => Role is AttributeRole.Input or AttributeRole.Layer;

    public static DslAttribute Of(AttributeData data, int index, CancellationToken cancellation)
    {
        INamedTypeSymbol? type = data.AttributeClass;
        AttributeRole role = type is null || type.TypeKind == TypeKind.Error ? AttributeRole.Unknown
            : DslNames.IsNetwork(type) ? AttributeRole.Network
            : DslNames.IsBudget(type) ? AttributeRole.Budget
            : DslNames.IsInput(type) ? AttributeRole.Input
            : DslNames.IsLayer(type) ? AttributeRole.Layer
            : AttributeRole.Foreign;
        SyntaxNode? declaration = role == AttributeRole.Foreign ? null
            : data.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent;
        return new DslAttribute(data, index, role, declaration);
    }
}
