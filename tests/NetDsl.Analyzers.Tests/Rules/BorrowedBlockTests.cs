using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Shapes;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Blocks of another project, seen as its sources or as its assembly.</summary>
public class BorrowedBlockTests
{
    private const string Library = """
        public sealed class UnitAttribute : BlockAttribute
        {
            [Branch, Conv2d(3, 3, nameof(width), Padding.Same, Name = "First"), Relu, Conv2d(1, 1, $"2*{nameof(width)}/2")]
            [Branch, Add("First")]
            public UnitAttribute(object width) { }
        }
        public sealed class FaultyAttribute : BlockAttribute { [Dense(0)] public FaultyAttribute() { } }
        [method: Unit(nameof(width), Repeat = "1+1"), Tanh] public sealed class StageAttribute(int width) : BlockAttribute;
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Expands(bool asAssembly)
    {
        CSharpCompilation compilation = Compile("[Network, Input(8, 8, 4), Stage(4)] partial class N;", asAssembly);
        ShapedNetwork network = ShapeInference.Infer(NetworkParser.Parse(Source.NetworkTypes(compilation).Single(), CancellationToken.None));
        Assert.Empty(network.Problems);
        Assert.Equal(
            [
                "Stage1.Unit1.First 8x8x4 < -1", "Stage1.Unit1.Relu1 8x8x4 < 0", "Stage1.Unit1.Conv2d2 8x8x4 < 1",
                "Stage1.Unit1.Add1 8x8x4 < 2 -1 0", "Stage1.Unit2.First 8x8x4 < 3",
            ],
            network.Layers.Take(5).Select(layer => $"{layer.Name} {layer.Output} < {string.Join(" ", layer.Sources)}"));
    }

    [Theory]
    [InlineData(false, "Faulty", "NDSL1002", "Faulty1.Dense1: units is 0; use at least 1")]
    [InlineData(true, "Faulty", "NDSL1002", "Faulty1.Dense1: units is 0; use at least 1")]
    [InlineData(false, "Stage", "NDSL1006", null)]
    [InlineData(true, "Stage", "NDSL1006", null)]
    public void ReportsWhereTheNetworkUsesThem(bool asAssembly, string place, string id, string? message)
    {
        CSharpCompilation compilation = Compile($"[Network, Input(8, 8, 3), {(place == "Stage" ? "Stage(4)" : "Faulty")}] partial class N;", asAssembly);
        Diagnostic found = Assert.Single(Verify.Analyze(compilation));
        Assert.Equal(id, found.Id);
        Assert.Equal(message ?? found.GetMessage(), found.GetMessage());
        Assert.Equal(place, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    private static CSharpCompilation Compile(string source, bool asAssembly)
    {
        CSharpCompilation library = Source.Compile(Library).WithAssemblyName("Library");
        return Source.Compile(source).AddReferences(asAssembly ? Image(library) : library.ToMetadataReference());
    }

    private static PortableExecutableReference Image(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
