using Microsoft.CodeAnalysis;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>A fault stands where its cause is: in the block, at the argument that brings it in, or at the use that does not fit.</summary>
public class BlockFaultTests
{
    private const string Conv = "[method: Conv2d(3, 3, nameof(width), Groups = 2, Bias = false), Relu] sealed class ConvAttribute(object width) : BlockAttribute;";

    private const string Stage = """
        sealed class StageAttribute : BlockAttribute
        {
            [Conv($"{nameof(width)}/2"), Conv(nameof(width), Repeat = nameof(units))]
            public StageAttribute(int width, object units) { }
        }
        """;

    [Theory]
    [InlineData("Conv([|0|])", "NDSL1002", "Conv1.Conv2d1: filters is 0; use at least 1")]
    [InlineData("Conv([|\"2.5\"|], Repeat = 3)", "NDSL0008", "Conv1.Conv2d1: filters is \"width\" = 2.5; use a whole number")]
    [InlineData("Conv([|\"2*\"|])", "NDSL0008", "Conv: width \"2*\" has no value: it ends too early")]
    [InlineData("Stage([|1|], 0)", "NDSL1002", "Stage1.Conv1.Conv2d1: filters is 0; use at least 1")]
    [InlineData("Stage(8, [|-1|])", "NDSL1002", "Stage1.Conv: Repeat is -1; use at least 0")]
    [InlineData("Conv(4, [|Repeat = -1|])", "NDSL1002", "Conv: Repeat is -1; use at least 0")]
    [InlineData("Conv(4, [|Repeat = 1.5|])", "NDSL0008", "Conv: Repeat is 1.5; use a whole number")]
    [InlineData("Conv([|5|])", "NDSL1003", "Conv1.Conv2d1: the 5 filters must be evenly divisible by the number of groups, 2; use 1")]
    [InlineData("Conv2d(1, 1, 3), [|Conv|](4)", "NDSL1003", "Conv1.Conv2d1: the 3 input channels must be evenly divisible by the number of groups, 2; use 1")]
    [InlineData("MaxPool2d(4, 4), [|Stage|](4, 3)", "NDSL1001", null)]
    [InlineData("Dense(4), [|Stage|](4, 3)", "NDSL1009", null)]
    public void OfTheNetwork(string layers, string id, string? message)
    {
        Diagnostic found = Assert.Single(Analyze($"[Network, Input(8, 8, 4), {layers}] partial class N;", out string text));
        Assert.Equal(id, found.Id);
        Assert.Equal(text, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.Equal("Source0.cs", found.Location.SourceTree.FilePath);
        Assert.Equal(message ?? found.GetMessage(), found.GetMessage());
    }

    [Fact]
    public void TheLayerIsShownToo()
    {
        Diagnostic found = Assert.Single(Analyze("[Network, Input(3, 3, 4), [|Stage|](4, 3)] partial class N;", out _));
        Assert.StartsWith("Stage1.Conv2.Conv2d1 3x3 Valid over 1x1 ", found.GetMessage(), StringComparison.Ordinal);
        Location further = Assert.Single(found.AdditionalLocations);
        Assert.Equal("Source1.cs", further.SourceTree!.FilePath);
        Assert.Equal("3", further.SourceTree.GetText().ToString(further.SourceSpan));
    }

    [Theory]
    [InlineData("Conv2d([|0|], 1, nameof(n))", "NDSL1002", "Conv2d: height is 0; use at least 1")]
    [InlineData("Dense([|\"2*m\"|])", "NDSL0008", "Dense: units \"2*m\" has no value: m is no parameter; use n")]
    [InlineData("Dense([|\"n+2*m\"|])", "NDSL0008", "Dense: units \"n+2*m\" has no value: m is no parameter; use n")]
    [InlineData("Dense([|null|])", "NDSL0008", "Dense: units is null; use a number, true or false, or a constant expression string")]
    [InlineData("Relu([|Name = \"a b\"|])", "NDSL0005", "Relu: the name \"a b\" is no C# identifier; use letters, digits and _, such as Conv1, and no keyword")]
    [InlineData("Relu(Name = \"A\"), Tanh([|Name = \"A\"|])", "NDSL0005", "Tanh: the name \"A\" is that of another Relu too; use one name for one layer")]
    [InlineData("Relu([|From = \"Lost\"|])", "NDSL0005", "Relu: no layer is called Lost; use the name of an earlier layer")]
    [InlineData("Conv([|0|])", "NDSL1002", "X1.Conv1.Conv2d1: filters is 0; use at least 1")]
    [InlineData("Dense(3), [|MeanSquaredError|]", "NDSL0009", "MeanSquaredError stands in the block X; put the loss on the network, last")]
    [InlineData("Branch([|Name = \"A\"|]), Relu, Branch, Add", "NDSL0005", "Branch: the name \"A\" says nothing, because a branch is no layer; leave it out")]
    public void OfTheBlockOnceForAllCopies(string layers, string id, string message) => Verify.Reports(
        id, message,
        "[Network, Input(8, 8, 4), X(1), X(2, Repeat = 3)] partial class N; [Network, Input(4, 4, 4), X(1)] partial class M;",
        $"[method: {layers}] sealed class XAttribute(int n) : BlockAttribute;", Conv);

    private static IEnumerable<Diagnostic> Analyze(string marked, out string text)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal), end = marked.IndexOf("|]", StringComparison.Ordinal);
        text = marked[(start + 2)..end];
        string plain = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        return Verify.Analyze(Source.Compile(plain, Conv + Stage));
    }
}
