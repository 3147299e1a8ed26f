using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Testing;

public sealed class ObjectGraphTests
{
    [Fact]
    public void Finds_what_hides_in_private_fields_and_arrays()
    {
        var holder = new { List = new List<object> { 1, new Lazy<object>(CSharpSyntaxTree.ParseText("class C;")) } };
        string? found = ObjectGraph.Find(holder, type => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true);
        Assert.Contains("List", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Survives_cycles()
    {
        var list = new List<object>();
        list.Add(list);
        Assert.Null(ObjectGraph.Find(list, type => type == typeof(string)));
    }
}
