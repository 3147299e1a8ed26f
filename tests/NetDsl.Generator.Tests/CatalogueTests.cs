using NetDsl.Generator.Kernels;
using NetDsl.Generator.Layers;
using NetDsl.Testing;

namespace NetDsl.Generator.Tests;

/// <summary>A layer is complete when its attribute, its file, its test and its page exist.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Layers => [.. LayerRegistry.All.Select(layer => layer.Name)];

    private static IEnumerable<string> Catalogue => LayerRegistry.All.Select(layer => layer.Name).Concat(GraphKinds.All);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_has_everything_that_belongs_to_it(string layer)
    {
        Assert.NotNull(typeof(LayerAttribute).Assembly.GetType($"NetDsl.{layer}Attribute"));
        Exists("Dsl", $"{layer}Attribute.cs");
        Exists("Generator", "Layers", $"{layer}Layer.cs");
        Exists("tests", "NetDsl.Generator.Tests", "Layers", $"{layer}Tests.cs");
        Exists("docs", "layers", $"{layer}.md");
    }

    [Fact]
    public void Every_layer_attribute_is_registered()
    {
        IEnumerable<string> attributes = typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name[..^"Attribute".Length]);
        Assert.Equal(attributes.Order(StringComparer.Ordinal), Catalogue.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kernel_of_inference_says_what_it_is()
    {
        IEnumerable<Type> silent = typeof(Kernel).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Kernel)) && type.Name.StartsWith("Cell", StringComparison.Ordinal))
            .Where(type => type.GetProperty(nameof(Kernel.Choice))!.DeclaringType == typeof(Kernel));
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_page_is_a_layers()
    {
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs", "layers"), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file)!);
        Assert.Equal(Catalogue.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static void Exists(params string[] path)
    {
        string file = Path.Combine(path);
        Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, file)), $"{file} is missing");
    }
}
