using System.Reflection;
using System.Text;
using NetDsl.Testing;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>All attributes and enumerations with their arguments and properties, from the comments above them.</summary>
internal sealed class AttributeReference
{
    private static readonly Assembly Dsl = typeof(NetworkAttribute).Assembly;

    private readonly XmlDocumentation comments = new(Dsl);
    private readonly StringBuilder text = new();

    private AttributeReference()
    {
    }

    public static IEnumerable<Type> Types => Dsl.GetExportedTypes()
        .Where(type => type.IsEnum || (type.IsSubclassOf(typeof(Attribute)) && (!type.IsAbstract || type == typeof(BlockAttribute))))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    public static string Write()
    {
        var reference = new AttributeReference();
        reference.text.Append("""
            # Attributes

            Everything that a declaration is made of, from the comments in `Dsl/`. A `number` is an `int` or, on a block's constructor, also a
            constant expression string over the block's parameters. A property of type `object` takes a number, or a `bool` where its text says
            so, and inside a block an expression.


            """.ReplaceLineEndings("\n"));
        reference.Section("On the class", type => type.IsSubclassOf(typeof(Attribute)) && !type.IsSubclassOf(typeof(LayerAttribute)));
        reference.Properties("Every layer has", typeof(LayerAttribute).GetProperties(Own));
        reference.Section("Layers, graphs and losses", type => type.IsSubclassOf(typeof(LayerAttribute)));
        reference.Section("Values", type => type.IsEnum);
        return reference.text.ToString();
    }

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static string Name(MemberInfo type) => type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name[..^"Attribute".Length] : type.Name;

    private void Section(string title, Func<Type, bool> belongs)
    {
        text.Append($"## {title}\n\n");
        foreach (Type type in Types.Where(belongs))
        {
            Describe(type);
        }
    }

    private void Describe(Type type)
    {
        string page = Path.Combine(RepositoryRoot.Path, "docs", "layers", $"{Name(type)}.md");
        text.Append($"### {Name(type)}\n\n{Present(comments.Summary(type), type)}");
        text.Append(comments.Remarks(type) is { Length: > 0 } remarks ? $" {remarks}" : "");
        text.Append(File.Exists(page) ? $" [More](../layers/{Name(type)}.md).\n\n" : "\n\n");
        if (type.IsEnum)
        {
            Table("value", type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ($"`{field.Name}`", Present(comments.Summary(field), field))));
            return;
        }

        foreach (ConstructorInfo constructor in type.GetConstructors().Where(constructor => !IsForBlocks(constructor)))
        {
            Describe(constructor);
        }

        Properties("", Inherited(type).SelectMany(level => level.GetProperties(Own)));
    }

    // Beside every constructor of ints stands one of objects.
    private static bool IsForBlocks(ConstructorInfo constructor) => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(object));

    private static IEnumerable<Type> Inherited(Type type)
    {
        for (Type level = type; level != typeof(LayerAttribute) && level != typeof(Attribute); level = level.BaseType!)
        {
            yield return level;
        }
    }

    private void Describe(ConstructorInfo constructor)
    {
        ParameterInfo[] parameters = constructor.GetParameters();
        if (parameters.Length == 0)
        {
            return;
        }

        text.Append($"`{Name(constructor.DeclaringType!)}({string.Join(", ", parameters.Select(Declaration))})`: {Present(comments.Summary(constructor), constructor.DeclaringType!)}\n\n");
        Table("argument", parameters.Select(parameter => ($"`{parameter.Name}`", Present(comments.Parameter(constructor, parameter.Name!), constructor.DeclaringType!))));
    }

    private static string Declaration(ParameterInfo parameter)
    {
        bool alsoExpression = parameter.Member.DeclaringType!.GetConstructors().Any(IsForBlocks);
        string type = parameter.ParameterType == typeof(int) && alsoExpression ? "number" : Word(parameter.ParameterType);
        string prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        string value = !parameter.HasDefaultValue ? ""
            : parameter.ParameterType.IsEnum ? $" = {parameter.ParameterType.Name}.{Enum.GetName(parameter.ParameterType, parameter.DefaultValue!)}"
            : FormattableString.Invariant($" = {parameter.DefaultValue}");
        return $"{prefix}{type} {parameter.Name}{value}";
    }

    private void Properties(string title, IEnumerable<PropertyInfo> properties)
    {
        (string, string)[] rows = [.. properties.Select(property => ($"`{Word(property.PropertyType)} {property.Name}`", Present(comments.Summary(property), property)))];
        if (rows.Length > 0)
        {
            text.Append(title.Length == 0 ? "" : $"## {title}\n\n");
            Table("property", rows);
        }
    }

    private void Table(string head, IEnumerable<(string Name, string Meaning)> rows)
    {
        text.Append($"| {head} | |\n|---|---|\n");
        foreach ((string name, string meaning) in rows)
        {
            text.Append($"| {name} | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        text.Append('\n');
    }

    private static string Word(Type type) => type switch
    {
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(double) => "double",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(string) => "string",
        _ when type == typeof(string[]) => "string[]",
        _ when type == typeof(object) => "object",
        _ => type.Name,
    };

    private static string Present(string comment, MemberInfo member) =>
        comment.Length > 0 ? comment : throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} has no comment");
}
