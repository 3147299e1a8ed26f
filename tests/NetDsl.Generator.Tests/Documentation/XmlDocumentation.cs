using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>The comments of an assembly's public members, as Markdown.</summary>
internal sealed partial class XmlDocumentation(Assembly assembly)
{
    private readonly Dictionary<string, XElement> members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public string Summary(Type type) => Text($"T:{type.FullName}", "summary");

    public string Remarks(Type type) => Text($"T:{type.FullName}", "remarks");

    public string Summary(PropertyInfo property) => Text($"P:{property.DeclaringType!.FullName}.{property.Name}", "summary");

    public string Summary(FieldInfo field) => Text($"F:{field.DeclaringType!.FullName}.{field.Name}", "summary");

    public string Summary(ConstructorInfo constructor) => Text(Id(constructor), "summary");

    public string Parameter(ConstructorInfo constructor, string name) =>
        members.GetValueOrDefault(Id(constructor))?.Elements("param").Where(element => element.Attribute("name")?.Value == name).Select(Markdown).SingleOrDefault() ?? "";

    private static string Id(ConstructorInfo constructor)
    {
        string parameters = string.Join(",", constructor.GetParameters().Select(parameter => parameter.ParameterType.FullName));
        return $"M:{constructor.DeclaringType!.FullName}.#ctor{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private string Text(string id, string element) => members.GetValueOrDefault(id)?.Element(element) is { } text ? Markdown(text) : "";

    private static string Markdown(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{Short(see.Attribute("cref")!.Value)}`",
        XElement { Name.LocalName: "paramref" } name => $"`{name.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => throw new NotSupportedException($"The reference cannot show <{other.Name}>"),
        _ => "",
    })), " ").Trim();

    private static string Short(string id)
    {
        string[] path = id[2..].Split('.');
        return id[0] == 'F' ? $"{path[^2]}.{path[^1]}" : path[^1].EndsWith("Attribute", StringComparison.Ordinal) ? path[^1][..^"Attribute".Length] : path[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
