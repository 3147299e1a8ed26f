using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Shapes;

namespace NetDsl.Analyzers.Tests.Parsing;

/// <summary>Sources as they are while somebody types: whatever they give, it is no exception.</summary>
public class HalfTypedTests
{
    private const int Seed = 20240229;

    private static readonly string[] Extremes =
    [
        "int.MaxValue", "int.MinValue", "-1", "0", "long.MaxValue", "ulong.MaxValue", "\"2147483647*2147483647\"", "\"((((\"", "null",
        "double.NaN", "double.MaxValue", "1e-320", "default", "typeof(", "new[] { 1 }", "'x'", "nameof(Missing)", "(Padding)9", "\"\\0\"", "decimal.MaxValue",
        "default(object)", "(object)5", "new object[0]", "\"1/0\"", "(sbyte)-5",
    ];

    [Theory]
    [InlineData(Source.LeNet)]
    [InlineData(Source.Residual)]
    public void EveryPrefix(string source) => Check(Enumerable.Range(0, source.Length).Select(length => source[..length]));

    [Theory]
    [InlineData(Source.LeNet)]
    [InlineData(Source.Residual)]
    public void RandomDeletions(string source)
    {
        var random = new Random(Seed);
        Check(Enumerable.Range(0, 300).Select(_ => Delete(Tokens(source), random)));
    }

    [Theory]
    [InlineData(Source.LeNet)]
    [InlineData(Source.Residual)]
    public void RandomExtremes(string source)
    {
        var random = new Random(Seed);
        Check(Enumerable.Range(0, 300).Select(_ => Replace(Tokens(source), random)));
    }

    [Theory]
    [InlineData("[Network] ")]
    [InlineData("[Network] enum E { }")]
    [InlineData("[Network] struct S { }")]
    [InlineData("[Network] interface I { }")]
    [InlineData("[Network] delegate void D();")]
    [InlineData("[Network, Network, Input(1), Input(2), Relu] partial class N;")]
    [InlineData("[Network, Input(8), Relu] partial class N; [Network, Input(8), Relu] partial class N;")]
    [InlineData("[Network, Input(8), Relu] partial class ;")]
    [InlineData("[Network, Input(8), Conv2D(5, 5), Dense(3)] partial class N;")]
    [InlineData("[Network, Input(8, 8), Dense(3)] partial class N;")]
    [InlineData("[Network, Input(8, 8, 1), Conv2d(5), Dense(3)] partial class N;")]
    [InlineData("[Network, Input(8, 8, 1), Conv2d(Stride = 3, Strid = 4), Dense(3)] partial class N;")]
    [InlineData("[Network, Input(8, 8, 1), Conv2d(5, 5, 3, Dilation = \"2)] partial class N;")]
    [InlineData("[Network(Unroll = (Unroll)77, Training = )] partial class N;")]
    [InlineData("[Network, Input(8), Relu<int>] partial class N<T> : N<N<T>> where T : N<T>;")]
    [InlineData("[Network, Input(8), A, B(, C(2)] partial class N; sealed class AAttribute : BlockAttribute { [A, B, Branch] public AAttribute() }")]
    [InlineData("[Network, Input(8), A<int>] partial class N; sealed class AAttribute<T> : BlockAttribute { [A<A<T>>] public AAttribute() { } }")]
    [InlineData("[Network, Input(8), A(null)] partial class N; sealed class AAttribute(params int[] n) : BlockAttribute;")]
    [InlineData("[Network, Input(8), Add(null), Concat((string)null), Output(null), Branch(From = null)] partial class N;")]
    [InlineData("[Network, Input(8), Attribute] partial class N; [method: Relu] class Attribute() : BlockAttribute;")]
    [InlineData("[Network, Input(8), A, A] partial class N; file sealed class AAttribute : BlockAttribute { [Relu] [Add(\".\", \"\", \"A1.\")] internal AAttribute() { } }")]
    public void Oddities(string source) => Check([source]);

    /// <summary>The compiler's own errors are enough: ours would be guesses about what was meant.</summary>
    [Theory]
    [InlineData("Input(8, 8, 1), Conv2D(5, 5, 3), MaxPool2d(90, 90)")]
    [InlineData("Inputt(8, 8, 1), Conv2d(5, 5, 3), MaxPool2d(90, 90)")]
    [InlineData("Input(1, 8, 8, 1, 1), Conv2d(5, 5, 3), MaxPool2d(90, 90)")]
    [InlineData("Input(8, 8, 1), Conv2d(5, 5), Conv2d(9, 9, 1)")]
    [InlineData("Input(8, 8, 1), Conv2d(5, 5, ), Conv2d(9, 9, 1)")]
    [InlineData("Input(8, 8, 1), Conv2d(5, 5, 3, Stride = ), Conv2d(9, 9, 1)")]
    [InlineData("Input(8, 8, 1), Conv2d(5, 5, 3, Stride = missing), Conv2d(9, 9, 1)")]
    [InlineData("Input(8, 8, 1), Conv2d(5, 5, 3, Strid = 2), Conv2d(9, 9, 1)")]
    [InlineData("Input(8, 8, 1), Brnch, Conv2d(9, 9, 1), Add(\"Brnch1\")")]
    [InlineData("Input(8, 8, 1), Branch, Relu, Branch, Ad")]
    [InlineData("Input(8, 8, 1), Bottleneck(3), Add(\"Bottleneck1\")")]
    public void CompilerErrorsAreNotRepeated(string attributes)
    {
        string source = $"[Network, {attributes}] partial class N;";
        CSharpCompilation compilation = Source.Compile(source);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(Verify.Analyze(compilation));
        Assert.False(Source.Infer(source).IsSound);
    }

    private static void Check(IEnumerable<string> sources)
    {
        foreach (string source in sources)
        {
            CSharpCompilation compilation = Source.Compile(source);
            string[] crashes = [.. Verify.Analyze(compilation).Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString())];
            Assert.True(crashes.Length == 0, $"Seed {Seed}, source:\n{source}\n{string.Join("\n", crashes)}");
            foreach (INamedTypeSymbol type in Source.NetworkTypes(compilation))
            {
                _ = ShapeInference.Infer(NetworkParser.Parse(type, CancellationToken.None));
            }
        }
    }

    private static List<SyntaxToken> Tokens(string source) => [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];

    private static string Delete(List<SyntaxToken> tokens, Random random)
    {
        for (int count = random.Next(1, 5); count > 0; count--)
        {
            tokens.RemoveAt(random.Next(tokens.Count));
        }

        return Join(tokens.Select(token => token.ToFullString()));
    }

    private static string Replace(List<SyntaxToken> tokens, Random random)
    {
        int[] literals = [.. Enumerable.Range(0, tokens.Count).Where(index => tokens[index].IsKind(SyntaxKind.NumericLiteralToken))];
        string[] texts = [.. tokens.Select(token => token.ToFullString())];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            texts[literals[random.Next(literals.Length)]] = Extremes[random.Next(Extremes.Length)];
        }

        return Join(texts);
    }

    private static string Join(IEnumerable<string> texts) => texts.Aggregate(new StringBuilder(), (text, part) => text.Append(part)).ToString();
}
