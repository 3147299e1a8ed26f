using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Testing;

namespace NetDsl.Generator.Tests.Pipeline;

internal enum Expectation
{
    /// <summary>The change may be a fault or not.</summary>
    Unknown,

    /// <summary>The network means what it meant.</summary>
    Right,

    /// <summary>No network can be this.</summary>
    Wrong,
}

/// <summary>A declaration of the examples with one to three changes, as hands and tools make them.</summary>
internal sealed record Mutation(string Source, Expectation Expectation)
{
    private static readonly string[] Files =
    [
        "examples/LeNet5/LeNet5.cs", "examples/LeNet5/ModernLeNet5.cs", "examples/LeNet5/LinearClassifier.cs",
        "examples/ClassicNetworks/Networks/LeNet5.cs", "tests/NetDsl.Networks.Tests/Declarations/Regression.cs",
        "examples/LeNet5/ResidualNetwork.cs", "examples/ClassicNetworks/Networks/AlexNet.cs", "examples/ClassicNetworks/Networks/GoogLeNet.cs",
        "examples/ClassicNetworks/Networks/ResNet18.cs",
    ];

    private static readonly Lazy<string[]> Declarations = new(() => [.. Files.Select(file => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)))]);

    private static readonly string[] Extremes =
        ["int.MaxValue", "int.MinValue", "0", "-1", "1000000000", "long.MaxValue", "1e300", "double.NaN", "\"2147483647*2147483647\"", "\"((1\"", "null", "'x'", "(Padding)7"];

    private static readonly string[] Names = ["Größe", "Δίκτυο", "@class", "@event", "N\u0301et", "网络", "_", "record1"];

    /// <summary>How many declarations there are; the later ones are large.</summary>
    public static int Examples(bool large) => large ? Files.Length : 5;

    public static Mutation Draw(int seed, bool large)
    {
        var random = new Random(seed);
        string source = Declarations.Value[random.Next(Examples(large))];
        if (random.Next(3) == 0)
        {
            return new Mutation(Harmless(source, random), Expectation.Right);
        }

        if (random.Next(4) == 0)
        {
            return new Mutation(Harmful(source, random), Expectation.Wrong);
        }

        for (int count = random.Next(1, 4); count > 0; count--)
        {
            source = Change(source, random);
        }

        return new Mutation(source, Expectation.Unknown);
    }

    private static string Harmless(string source, Random random)
    {
        (string head, string declaration, string name) = Split(source);
        string other = declaration.Replace($"class {name}", $"class {name}2", StringComparison.Ordinal);
        string unicode = Names[random.Next(Names.Length)];
        return head + random.Next(8) switch
        {
            0 => declaration.Replace($"class {name}", $"class {unicode}", StringComparison.Ordinal),
            1 => $"public partial class Outer {{ internal partial struct Inner {{ {declaration} }} }}",
            2 => $"public partial class Outer<T> {{ public partial class Inner<U, V> {{ {declaration} }} }}",
            3 => $"{declaration}\n{other}",
            4 => declaration.Replace("[", "/* one */ [", StringComparison.Ordinal).Replace("]", "] // two\n", StringComparison.Ordinal),
            5 => $"[System.Obsolete]\n{declaration}",
            6 => Lists(declaration).Replace("public sealed", "internal", StringComparison.Ordinal),
            _ => $"{declaration}\npublic static class Far {{ public const long Count = {name}.ParameterCount; }}",
        };
    }

    private static string Harmful(string source, Random random)
    {
        (string head, string declaration, string name) = Split(source);
        return head + random.Next(7) switch
        {
            0 => declaration.Replace("partial class", "class", StringComparison.Ordinal),
            1 => declaration.Replace($"class {name}", $"class {name}<T>", StringComparison.Ordinal),
            2 => declaration.Replace("Input(", "Input(0 * ", StringComparison.Ordinal),
            3 => declaration.Replace("\npublic sealed", "\n[Dense(-1)]\npublic sealed", StringComparison.Ordinal),
            4 => declaration.Replace("\npublic sealed", "\n[Relu(Name = \"a b\")]\npublic sealed", StringComparison.Ordinal),
            5 => declaration.Replace("\npublic sealed", "\n[SoftmaxCrossEntropy, SoftmaxCrossEntropy]\npublic sealed", StringComparison.Ordinal),
            _ => $"public class Closed {{ {declaration} }}",
        };
    }

    private static string Change(string source, Random random)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        SyntaxToken[] tokens = [.. root.DescendantTokens()];
        AttributeSyntax[] attributes = [.. root.DescendantNodes().OfType<AttributeSyntax>()];
        SyntaxToken[] numbers = [.. tokens.Where(token => token.IsKind(SyntaxKind.NumericLiteralToken))];
        return random.Next(6) switch
        {
            0 => Without(source, tokens[random.Next(tokens.Length)].FullSpan),
            1 when numbers.Length > 0 => With(source, numbers[random.Next(numbers.Length)].Span, Extremes[random.Next(Extremes.Length)]),
            2 when numbers.Length > 0 => With(source, numbers[random.Next(numbers.Length)].Span, random.Next(-2, 40).ToString(CultureInfo.InvariantCulture)),
            3 when attributes.Length > 0 => Doubled(source, attributes[random.Next(attributes.Length)]),
            4 when attributes.Length > 1 => Swapped(source, attributes, random.Next(attributes.Length), random.Next(attributes.Length)),
            _ => source.Insert(random.Next(source.Length), "[(,\"]); é".Substring(random.Next(7), 1)),
        };
    }

    private static (string Head, string Declaration, string Name) Split(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        ClassDeclarationSyntax declaration = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        return (source[..declaration.SpanStart], source[declaration.SpanStart..declaration.Span.End], declaration.Identifier.ValueText);
    }

    // One attribute a list.
    private static string Lists(string declaration)
    {
        var text = new StringBuilder();
        SyntaxNode root = CSharpSyntaxTree.ParseText(declaration).GetRoot();
        ClassDeclarationSyntax type = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        foreach (AttributeSyntax attribute in type.AttributeLists.SelectMany(list => list.Attributes))
        {
            text.Append('[').Append(attribute).Append("]\n");
        }

        return text.Append(declaration[type.Modifiers.First().SpanStart..]).ToString();
    }

    private static string Without(string source, Microsoft.CodeAnalysis.Text.TextSpan span) => source.Remove(span.Start, span.Length);

    private static string With(string source, Microsoft.CodeAnalysis.Text.TextSpan span, string text) => Without(source, span).Insert(span.Start, text);

    private static string Doubled(string source, AttributeSyntax attribute) => source.Insert(attribute.Span.End, $", {attribute}");

    private static string Swapped(string source, AttributeSyntax[] attributes, int first, int second)
    {
        (AttributeSyntax a, AttributeSyntax b) = first < second ? (attributes[first], attributes[second]) : (attributes[second], attributes[first]);
        return a == b ? source : With(With(source, b.Span, a.ToString()), a.Span, b.ToString());
    }
}
