using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Turns an attribute's arguments into primitives.</summary>
internal static class AttributeReader
{
    public static LayerModel Read(DslAttribute attribute, CancellationToken cancellation)
    {
        if (attribute.Role == AttributeRole.Unknown)
        {
            return LayerModel.Unknown(attribute.Index);
        }

        var arguments = new List<ArgumentModel>();
        foreach ((string name, TypedConstant constant) in Constants(attribute.Data))
        {
            object? value = Primitive(constant);
            arguments.Add(new ArgumentModel(name, value, value is null && constant.Kind != TypedConstantKind.Error ? Show(constant) : null));
        }

        if (!IsUnderstood(attribute.Data, cancellation))
        {
            arguments.Add(new ArgumentModel("", null));
        }

        return new LayerModel(DslNames.Kind(attribute.Data.AttributeClass!), arguments.ToEquatableArray(), attribute.Index);
    }

    private static IEnumerable<(string Name, TypedConstant Constant)> Constants(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length); i++)
            {
                foreach ((string, TypedConstant) argument in Positional(constructor.Parameters[i], attribute.ConstructorArguments[i]))
                {
                    yield return argument;
                }
            }
        }

        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (!(IsNull(named.Value) && PropertyType(attribute.AttributeClass, named.Key)?.SpecialType == SpecialType.System_String))
            {
                yield return (named.Key, named.Value);
            }
        }
    }

    private static IEnumerable<(string Name, TypedConstant Constant)> Positional(IParameterSymbol parameter, TypedConstant constant)
    {
        if (constant is { Kind: TypedConstantKind.Array, IsNull: false }
            && parameter is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } })
        {
            return constant.Values.Select((text, index) => ($"{parameter.Name}[{index.ToString(CultureInfo.InvariantCulture)}]", text));
        }

        // An optional argument that is null says the same as one that is absent.
        bool optional = parameter.Type.SpecialType == SpecialType.System_String
            || parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };
        return IsNull(constant) && optional ? [] : [(parameter.Name, constant)];
    }

    private static bool IsNull(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, IsNull: true };

    private static object? Primitive(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Enum when !constant.IsNull => Enumerated(constant),
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

    private static EnumValue Enumerated(TypedConstant constant)
    {
        string? member = constant.Type!.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))?.Name;
        return new EnumValue(
            constant.Type.Name, member, constant.Value is ulong large ? unchecked((long)large) : Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture));
    }

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
