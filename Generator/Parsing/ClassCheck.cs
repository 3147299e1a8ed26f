using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Whether a class can be made a network.</summary>
internal static class ClassCheck
{
    private const string Abstract = "is abstract; a network is created with new, so leave out abstract";

    /// <summary>Reports what forbids it, and tells whether a generated part can be added all the same.</summary>
    public static bool Find(INamedTypeSymbol type, ICollection<Problem> problems, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class || !HasName(type))
        {
            // The compiler rejects the attribute on anything but a class, and a class before its name is typed.
            problems.Add(Problem.CompilerError(-1));
            return false;
        }

        bool partial = ReportPartial(type, problems, cancellation);
        if (Unsuitable(type, cancellation) is { } fault)
        {
            problems.Add(new Problem(RuleIds.UnsuitableClass, -1, null, $"{type.Name} {fault}"));
            return partial && fault == Abstract && MemberCollisions.Find(type, [], cancellation);
        }

        return MemberCollisions.Find(type, problems, cancellation) && partial;
    }

    private static bool ReportPartial(INamedTypeSymbol type, ICollection<Problem> problems, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            if (!Declarations.IsPartial(part, cancellation))
            {
                string message = part.Equals(type, SymbolEqualityComparer.Default)
                    ? $"{type.Name} is not partial; write partial class {type.Name}, so that the network can be generated into it"
                    : $"{type.Name} is nested in {part.Name}, which is not partial; make {part.Name} partial too";
                problems.Add(new Problem(RuleIds.NotPartial, -1, null, message).Mended(new Remedy("Partial", "Make the class partial", "", Remedy.Partial)));
                return false;
            }
        }

        return true;
    }

    private static string? Unsuitable(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.Arity > 0 ? "is generic; a network's shapes are numbers, so leave out the type parameters"
        : type.IsStatic ? "is static; a network has parameters of its own, so leave out static"
        : type.IsRecord ? "is a record; a network is compared by reference, so make it a class"
        : InFile(type) ? "is file-local; the generated part stands in another file, so leave out file"
        : Declarations.Of(type, cancellation).Any(declaration => declaration.ParameterList is not null)
            ? "has a primary constructor; the network's constructor is generated, so leave out the parameters"
        : type.GetMembers().FirstOrDefault(IsRequired) is { } member
            ? $"has a required member {member.Name}, which Load could not set; leave out required"
        : BaseFault(type.BaseType)
        ?? (type.IsAbstract ? Abstract : null);

    private static bool HasName(INamespaceOrTypeSymbol symbol)
    {
        for (ISymbol part = symbol; part is not INamespaceSymbol { IsGlobalNamespace: true }; part = part.ContainingSymbol)
        {
            if (part.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static string? BaseFault(INamedTypeSymbol? ancestor) =>
        ancestor is null or { TypeKind: TypeKind.Error } ? null
        : ancestor.GetAttributes().Any(attribute => DslNames.IsNetwork(attribute.AttributeClass))
            ? $"derives from the network {ancestor.Name}, whose members it would hide; leave out the base class"
        : ancestor.InstanceConstructors.Any(CanBeCalledWithNothing) ? BaseFault(ancestor.BaseType)
        : $"derives from {ancestor.Name}, which has no constructor without parameters; give it one";

    private static bool CanBeCalledWithNothing(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility != Accessibility.Private && constructor.Parameters.All(parameter => parameter.IsOptional);

    private static bool InFile(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            if (part.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
