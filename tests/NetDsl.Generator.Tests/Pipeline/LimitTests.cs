using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>Beyond certain sizes the JIT compiles a method without optimisation, so no emitted method may come near.</summary>
public sealed class LimitTests
{
    private const int MostVectorStatements = 1000;

    /// <summary>Of 32 layers with 13 geometries, each forward and backward at three levels, with room for packing and dispatch.</summary>
    private const int MostMethods = 700;

    private const string Vgg16 = """
        using NetDsl;
        [Network, Input(224, 224, 3)]
        [Conv2d(3, 3, 64, Padding.Same), Relu, Conv2d(3, 3, 64, Padding.Same), Relu, MaxPool2d(2, 2)]
        [Conv2d(3, 3, 128, Padding.Same), Relu, Conv2d(3, 3, 128, Padding.Same), Relu, MaxPool2d(2, 2)]
        [Conv2d(3, 3, 256, Padding.Same), Relu, Conv2d(3, 3, 256, Padding.Same), Relu, Conv2d(3, 3, 256, Padding.Same), Relu, MaxPool2d(2, 2)]
        [Conv2d(3, 3, 512, Padding.Same), Relu, Conv2d(3, 3, 512, Padding.Same), Relu, Conv2d(3, 3, 512, Padding.Same), Relu, MaxPool2d(2, 2)]
        [Conv2d(3, 3, 512, Padding.Same), Relu, Conv2d(3, 3, 512, Padding.Same), Relu, Conv2d(3, 3, 512, Padding.Same), Relu, MaxPool2d(2, 2)]
        [Dense(4096), Relu, Dropout(0.5), Dense(4096), Relu, Dropout(0.5), Dense(1000), SoftmaxCrossEntropy]
        public sealed partial class Vgg16;
        """;

    private const string LargeWindows = """
        using NetDsl;
        [Network, Input(227, 227, 3)]
        [Conv2d(11, 11, 96, Stride = 4), Relu, MaxPool2d(3, 3, Stride = 2)]
        [Conv2d(5, 5, 256, Padding.Same, Groups = 2), Relu, MaxPool2d(3, 3, Stride = 2)]
        [Conv2d(7, 7, 17, Padding.Same, Dilation = 2), Tanh, AvgPool2d(9, 9, Padding.Same, Stride = 1)]
        [Dense(1000)]
        public sealed partial class LargeWindows;
        """;

    [Theory]
    [InlineData(Vgg16)]
    [InlineData(LargeWindows)]
    [InlineData(PipelineSource.First)]
    public void No_method_is_too_large_for_the_jit(string source)
    {
        int largest = 0;
        foreach (SyntaxTree tree in GeneratorHarness.Run(source).Trees)
        {
            foreach (MethodDeclarationSyntax method in Methods(tree))
            {
                int products = VectorStatements(method);
                largest = Math.Max(largest, products);
                Assert.True(products < MostVectorStatements, $"{tree.FilePath}: {method.Identifier} has {products} multiply-adds");
            }
        }

        Assert.True(largest > 0, "No method multiplies anything");
    }

    [Fact]
    public void A_large_network_has_few_methods()
    {
        GeneratorRun run = GeneratorHarness.Run(Vgg16);
        Assert.InRange(run.Trees.Sum(tree => Methods(tree).Count()), 10, MostMethods);
    }

    [Fact]
    public void Layers_of_one_geometry_share_their_kernels()
    {
        GeneratorRun three = GeneratorHarness.Run(Chain(3)), five = GeneratorHarness.Run(Chain(5));
        Assert.Equal(three.Sources.Count, five.Sources.Count);
    }

    private static string Chain(int layers) => $"""
        using NetDsl;
        [Network, Input(16, 16, 32)]
        {string.Concat(Enumerable.Repeat("[Conv2d(3, 3, 32, Padding.Same), Relu]\n", layers))}
        [Conv2d(1, 1, 4)]
        public sealed partial class Chain;
        """;

    private static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>();

    // On the level without a fused instruction a multiply-add is written as an operator, so assignments with a product count too.
    private static int VectorStatements(MethodDeclarationSyntax method) => method.DescendantNodes().Count(node => node switch
    {
        InvocationExpressionSyntax call => call.Expression.ToString().EndsWith("FusedMultiplyAdd", StringComparison.Ordinal)
            || call.Expression.ToString().EndsWith("MultiplyAddEstimate", StringComparison.Ordinal),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum => sum.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression },
        _ => false,
    });
}
