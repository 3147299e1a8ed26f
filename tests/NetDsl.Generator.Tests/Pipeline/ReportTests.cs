using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Planning;
using NetDsl.Generator.Shapes;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>The page about a network that NetDslReport=true asks for.</summary>
public sealed class ReportTests
{
    private const string Source = """
        using NetDsl;

        namespace A;

        [Network, Input(8, 8, 2)]
        [Conv2d(3, 3, 4, Padding.Same, Name = "Stem"), Relu]
        [Branch, Conv2d(3, 3, 4, Padding.Same), BatchNorm, Relu, Conv2d(3, 3, 4, Padding.Same)]
        [Branch]
        [Add, Relu]
        [Branch, Conv2d(1, 1, 3), Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1), Concat]
        [GlobalAvgPool2d, Dense(3), SoftmaxCrossEntropy]
        public sealed partial class Small;
        """;

    private static readonly HarnessOptions Reporting = new() { BuildProperties = new Dictionary<string, string> { ["NetDslReport"] = "true" } };

    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Run(Source, Reporting));

    private static string Page => string.Join("\n", Text.TrimEnd('\n').Split('\n').Skip(1).Select(line => line[2..]));

    private static string Text => Run.Value.Sources.Single(source => source.HintName == "A.Small.Report.g.cs").Text;

    [Fact]
    public void Nothing_without_the_property() =>
        Assert.DoesNotContain(GeneratorHarness.Run(Source).Sources, source => source.HintName.Contains("Report", StringComparison.Ordinal));

    [Fact]
    public void The_page_is_comments_alone()
    {
        Assert.All(Text.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("//", line, StringComparison.Ordinal));
        Assert.Empty(CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot().Members);
        Assert.Empty(Run.Value.CompilerDiagnostics);
    }

    [Fact]
    public void Every_link_has_its_target()
    {
        string[] ids = [.. Regex.Matches(Page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        string[] links = [.. Regex.Matches(Page, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value).Distinct()];
        Assert.Contains("layer-Stem", links);
        Assert.Contains(links, link => link.StartsWith("source-Conv_", StringComparison.Ordinal));
        Assert.Empty(links.Except(ids));
    }

    [Fact]
    public void The_page_needs_nothing_else() => Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(|@import", Page.Split("<h2 id=\"sources\">")[0]);

    [Fact]
    public void It_shows_every_layer_and_every_source()
    {
        string[] layers = ["Stem", "Relu1", "Conv2d2", "BatchNorm1", "Relu2", "Conv2d3", "Add1", "Relu3", "Conv2d4", "MaxPool2d1", "Concat1", "GlobalAvgPool2d1", "Dense1"];
        Assert.All(layers, layer => Assert.Contains($"<tr id=\"layer-{layer}\">", Page, StringComparison.Ordinal));
        Assert.Equal(layers.Length + 1, Regex.Count(Page, "class=\"name\""));
        Assert.Equal(Run.Value.Sources.Count - 1, Regex.Count(Page, "<details "));
    }

    [Fact]
    public void Planned_buffers_keep_clear_of_each_other()
    {
        INamedTypeSymbol type = ProjectCompiler.Compile(HarnessOptions.Default, Source).GetTypeByMetadataName("A.Small")!;
        NetworkPlan plan = NetworkPlan.Of(ShapeInference.Infer(NetworkParser.Parse(type, CancellationToken.None)));
        Clear(plan.Inference.Buffers, plan.Inference.Times.Count, plan.Inference.ArenaFloats);
        Clear(plan.Training!.Buffers, plan.Training.Times.Count, plan.Training.GroupFloats / Level.CellFloats);
    }

    private static void Clear(IReadOnlyList<PlannedBuffer> buffers, int times, long size)
    {
        Assert.InRange(buffers.Max(buffer => buffer.Offset + buffer.Size), 1, size);
        Assert.All(buffers, buffer => Assert.InRange(buffer.Last, buffer.First, times - 1));
        Assert.All(
            from one in buffers from other in buffers where one != other && one.First <= other.Last && other.First <= one.Last select (one, other),
            pair => Assert.True(pair.one.Offset + pair.one.Size <= pair.other.Offset || pair.other.Offset + pair.other.Size <= pair.one.Offset, $"{pair}"));
    }
}
