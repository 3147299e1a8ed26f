using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Turns an attribute's arguments into primitives.</summary>
internal static class AttributeReader
{
    /// <summary>Reads an attribute, and reports arguments that can be no value of a layer.</summary>
    public static LayerModel Read(DslAttribute attribute, ICollection<Problem> problems, CancellationToken cancellation)
    {
        if (attribute.Role == AttributeRole.Unknown)
        {
            return LayerModel.Unknown(attribute.Index);
        }

        string kind = DslNames.Kind(attribute.Data.AttributeClass!);
        var arguments = new List<ArgumentModel>();
        foreach ((string name, ITypeSymbol? type, TypedConstant constant) in Constants(attribute.Data))
        {
            // An optional text that is null says the same as one that is absent.
            if (constant.Kind == TypedConstantKind.Primitive && constant.IsNull && type?.SpecialType == SpecialType.System_String)
            {
                continue;
            }

            object? value = Primitive(constant, type);
            arguments.Add(new ArgumentModel(name, value));
            if (value is null && constant.Kind != TypedConstantKind.Error)
            {
                problems.Add(new Problem(
                    RuleIds.NoValue, attribute.Index, name,
                    $"{kind}: {name} is {Show(constant)}; use a number, true or false, or a constant expression string"));
            }
        }

        if (!IsUnderstood(attribute.Data, cancellation))
        {
            arguments.Add(new ArgumentModel("", null));
        }

        return new LayerModel(kind, "", arguments.ToEquatableArray(), attribute.Index);
    }

    private static IEnumerable<(string Name, ITypeSymbol? Type, TypedConstant Constant)> Constants(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length); i++)
            {
                yield return (constructor.Parameters[i].Name, constructor.Parameters[i].Type, attribute.ConstructorArguments[i]);
            }
        }

        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            yield return (named.Key, PropertyType(attribute.AttributeClass, named.Key), named.Value);
        }
    }

    private static object? Primitive(TypedConstant constant, ITypeSymbol? declared) => constant.Kind switch
    {
        TypedConstantKind.Enum when declared?.TypeKind == TypeKind.Enum => Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture),
        TypedConstantKind.Primitive => constant.Value switch
        {
            null or char => null,
            bool or string or double => constant.Value,
            float real => (double)real,
            ulong and > long.MaxValue => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture),
            _ => Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture),
        },
        _ => null,
    };

    private static string Show(TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? "an array" : constant.ToCSharpString();

    private static ITypeSymbol? PropertyType(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property.Type;
            }
        }

        return null;
    }

    // Roslyn leaves out a named argument that it cannot bind; the property would then seem to keep its default.
    private static bool IsUnderstood(AttributeData attribute, CancellationToken cancellation) =>
        attribute.AttributeConstructor is not null
        && (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list }
            || list.Arguments.Count(argument => argument.NameEquals is not null) == attribute.NamedArguments.Length);
}
