using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Layers that are right and yet do not belong beside each other: NDSL2005 to 2010, 2012 and 2100.</summary>
public class LayerAdviceTests
{
    private const string Unit = "[method: Conv2d(3, 3, nameof(width), Padding.Same, Bias = nameof(bias)), BatchNorm, Relu] sealed class UnitAttribute(int width, bool bias = false) : BlockAttribute;";

    [Theory]
    [InlineData("Conv2dTranspose([|3|], 3, 4, Stride = 2)", "Conv2dTranspose: a kernel of 3x3 is no multiple of the stride 2x2, so that its copies overlap unevenly and draw a checkerboard; use 2x2 or 4x4")]
    [InlineData("Conv2dTranspose(4, [|width: 1|], filters: 4, Stride = 2)", "Conv2dTranspose: a kernel of 4x1 is no multiple of the stride 2x2, so that its copies overlap unevenly and draw a checkerboard; use 4x2")]
    public void Checkerboard(string layers, string message) => Verify.LayersAreAdvised("NDSL2005", message, "Input(4, 4, 3), " + layers);

    [Fact]
    public void CheckerboardInABlock() => Verify.Advises(
        "NDSL2005", "Up1.Conv2dTranspose1: a kernel of 5x5 is no multiple of the stride 2x2, so that its copies overlap unevenly and draw a checkerboard; use 4x4 or 6x6",
        "[Network, Input(4, 4, 1), Up([|5|])] partial class N;", "[method: Conv2dTranspose(nameof(size), nameof(size), 4, Stride = 2), Relu] sealed class UpAttribute(int size) : BlockAttribute;");

    [Theory]
    [InlineData("Input(8), Dense(4), [|Softmax|], SoftmaxCrossEntropy", "Softmax")]
    [InlineData("Input(8), Dense(4), [|LogSoftmax|], SoftmaxCrossEntropy", "LogSoftmax")]
    [InlineData("Input(8), Tanh, Branch, Dense(4), [|Softmax|], Output(\"aux\"), Dense(4), SoftmaxCrossEntropy", "Softmax")]
    public void DoubleSoftmax(string attributes, string kind) => Verify.LayersAreAdvised(
        "NDSL2006", kind + " stands before SoftmaxCrossEntropy, which applies a softmax itself, in prediction too; remove it", attributes);

    [Fact]
    public void DoubleSoftmaxInABlock() => Verify.Advises(
        "NDSL2006", "Classes1.Softmax1 stands before SoftmaxCrossEntropy, which applies a softmax itself, in prediction too; remove it",
        "[Network, Input(4), [|Classes|], SoftmaxCrossEntropy] partial class N;", "[method: Dense(3), Softmax] sealed class ClassesAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("Input(8), Dense(4), [|Dense|](4)", "Dense", "Dense1")]
    [InlineData("Input(8, 8, 1), Conv2d(8, 8, 8), Flatten, [|Dense|](4)", "Dense", "Conv2d1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 8), [|Conv2d|](3, 3, 4)", "Conv2d", "Conv2d1")]
    public void StackedLinear(string attributes, string kind, string before) => Verify.LayersAreAdvised(
        "NDSL2007", $"{kind} follows {before} with nothing between; two linear layers in a row can do no more than one: put an activation such as Relu between them", attributes);

    [Fact]
    public void StackedLinearWithinABlockAndAcrossOne()
    {
        Verify.Advises(
            "NDSL2007", "Dense follows Two1.Dense1 with nothing between; two linear layers in a row can do no more than one: put an activation such as Relu between them",
            "[Network, Input(4), Two, Relu, Two] partial class N;", "[method: Dense(3), [|Dense|](3), Tanh] sealed class TwoAttribute() : BlockAttribute;");
        Verify.Advises(
            "NDSL2007", "One1.Dense1 follows Dense1 with nothing between; two linear layers in a row can do no more than one: put an activation such as Relu between them",
            "[Network, Input(4), Dense(3), [|One|]] partial class N;", "[method: Dense(3), Tanh] sealed class OneAttribute() : BlockAttribute;");
    }

    [Theory]
    [InlineData("Input(8, 8, 1), [|Conv2d|](3, 3, 4, Padding.Same), BatchNorm", "Conv2d", 4)]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 4, Padding.Same, [|Bias = true|]), BatchNorm, Relu", "Conv2d", 4)]
    [InlineData("Input(8), [|Dense|](5), BatchNorm", "Dense", 5)]
    public void IdleBias(string attributes, string kind, int count) => Verify.LayersAreAdvised(
        "NDSL2008", $"{kind} has a bias, which BatchNorm1 takes away with the mean; Bias = false saves {count} parameters", attributes);

    [Fact]
    public void IdleBiasInABlock()
    {
        Verify.Advises(
            "NDSL2008", "Unit2.Conv2d1 has a bias, which Unit2.BatchNorm1 takes away with the mean; Bias = false saves 8 parameters",
            "[Network, Input(8, 8, 1), Unit(4), Unit(8, [|true|])] partial class N;", Unit);
        Verify.Advises(
            "NDSL2008", "Conv2d has a bias, which Own1.BatchNorm1 takes away with the mean; Bias = false saves 4 parameters",
            "[Network, Input(8, 8, 1), Own(4), Own(8)] partial class N;",
            "[method: [|Conv2d|](3, 3, nameof(width), Padding.Same), BatchNorm, Relu] sealed class OwnAttribute(int width) : BlockAttribute;");
    }

    [Theory]
    [InlineData("Input(8), Dense(4), [|Dropout|](0.5)", "Dropout is the last layer, so that training sets outputs themselves to zero; put it before the last layer with weights")]
    [InlineData("Input(8), Dense(4), [|Dropout|](0.5), SoftmaxCrossEntropy", "Dropout is the last layer, so that training sets outputs themselves to zero; put it before the last layer with weights")]
    [InlineData("Input(8), Dense(4, Bias = false), [|Dropout|](0.5), Relu, BatchNorm", "Dropout stands before BatchNorm1, whose variance in prediction is then not that of training (Li et al. 2018); put it behind the normalisation")]
    public void MisplacedDropout(string attributes, string message) => Verify.LayersAreAdvised("NDSL2009", message, attributes);

    [Fact]
    public void MisplacedDropoutInABlock() => Verify.Advises(
        "NDSL2009", "Dropout stands before D1.BatchNorm1, whose variance in prediction is then not that of training (Li et al. 2018); put it behind the normalisation",
        "[Network, Input(4), D, D] partial class N;", "[method: [|Dropout|](0.5), BatchNorm, Relu] sealed class DAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 8), Relu, Dense([|10|])", "Dense holds 2,890 of the 2,970 parameters, 97%, because it reads all 288 values of 6x6x8; behind a global pool it would hold 90")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 8), Relu, Flatten, Dense([|100|]), Relu, Dense(10)", "Dense holds 28,900 of the 29,990 parameters, 96%, because it reads all 288 values of 6x6x8; behind a global pool it would hold 900")]
    public void HeavyDense(string attributes, string message) => Verify.LayersAreAdvised("NDSL2010", message, attributes);

    [Fact]
    public void HeavyDenseInABlock() => Verify.Advises(
        "NDSL2010", "Head1.Dense1 holds 2,890 of the 2,970 parameters, 97%, because it reads all 288 values of 6x6x8; behind a global pool it would hold 90",
        "[Network, Input(8, 8, 1), Conv2d(3, 3, 8), Relu, [|Head|]] partial class N;", "[method: Dense(10)] sealed class HeadAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("Relu, [|Tanh|], Dense(3, From = \"Relu1\")", "Tanh is read by nothing: neither a layer nor the output depends on Tanh1; remove it, or join it with Add or Concat")]
    [InlineData("Relu, [|One|], Dense(3, From = \"Relu1\")", "One1.Sigmoid1 is read by nothing: neither a layer nor the output depends on One1.Sigmoid1; remove it, or join it with Add or Concat")]
    public void UnreadLayer(string layers, string message) => Verify.Advises(
        "NDSL2012", message, $"[Network, Input(8), {layers}] partial class N;", "[method: Sigmoid] sealed class OneAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("Input(4, 4, 3), Conv2dTranspose(4, 4, 4, Stride = 2), Relu, Conv2dTranspose(3, 3, 4)")]
    [InlineData("Input(8), Dense(4), Softmax, MeanSquaredError")]
    [InlineData("Input(8), Dense(4), Softmax, Dense(4), SoftmaxCrossEntropy")]
    [InlineData("Input(8), Dense(4), Relu, Dense(4)")]
    [InlineData("Input(8, 8, 3), DepthwiseConv2d(3, 3), Conv2d(1, 1, 8)")]
    [InlineData("Input(8, 8, 3), Conv2d(1, 3, 8), Conv2d(3, 1, 8)")]
    [InlineData("Input(8, 8, 4), Conv2d(1, 1, 4), Branch, Relu, Conv2d(1, 1, 6, Bias = false), BatchNorm, Branch, Shortcut(6), Add")]
    [InlineData("Input(8, 8, 4), Conv2d(1, 1, 4), Branch, Relu, Conv2d(1, 1, 6), Branch, Conv2d(1, 1, 6), Add")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 4, Bias = false), BatchNorm, Relu, Conv2d(3, 3, 4), Relu, BatchNorm")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 4), Add(\"Conv2d1\"), BatchNorm")]
    [InlineData("Input(8), Dense(4), Relu, Dropout(0.5), Dense(3)")]
    [InlineData("Input(8, 8, 1), Dense(10), Relu, Dense(20)")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 8), Relu, GlobalAvgPool2d, Dense(10)")]
    [InlineData("Input(8, 8, 1), Dense(10)")]
    [InlineData("Input(8), Relu, Tanh, Concat(\"Relu1\")")]
    public void NothingToSay(string attributes) => Verify.LayersHaveNoAdvice(attributes);

    [Fact]
    public void NothingToSayInABlock() => Verify.HasNoAdvice(
        "[Network, Input(8, 8, 1), Unit(4), Unit(8), Dropout(0.1), Conv2d(1, 1, 3), SoftmaxCrossEntropy] partial class N;", Unit);

    [Fact]
    public void LayerFactsOnRequest()
    {
        CSharpCompilation compilation = Source.Compile(
            "[Network, Input(8, 8, 1), Conv2d(3, 3, 8), Relu, Unit(4, Repeat = 2), GlobalAvgPool2d, Dense(10)] partial class N;", Unit);
        CSharpCompilation asked = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("NDSL2100", ReportDiagnostic.Info)));
        Assert.Empty(Verify.AnalyzeAll(compilation));
        Assert.Equal(
            [
                "Conv2d: Conv2d1: 8x8x1 to 6x6x8, 80 parameters, 2,592 multiplications, 1,152 bytes of output, receptive field 3x3",
                "Relu: Relu1: 6x6x8 to 6x6x8, 0 parameters, 0 multiplications, 1,152 bytes of output, receptive field 3x3",
                "Unit: 6 layers up to Unit2.Relu1: 6x6x8 to 6x6x4, 448 parameters, 15,552 multiplications, 3,456 bytes of output, receptive field 7x7",
                "GlobalAvgPool2d: GlobalAvgPool2d1: 6x6x4 to 4, 0 parameters, 0 multiplications, 16 bytes of output, receptive field 12x12",
                "Dense: Dense1: 4 to 10, 50 parameters, 40 multiplications, 40 bytes of output, receptive field 12x12",
            ],
            Verify.AnalyzeAll(asked).OrderBy(found => found.Location.SourceSpan.Start).Select(found =>
                $"{found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}: {found.GetMessage()}"));
        Assert.All(Verify.AnalyzeAll(asked), found => Assert.Equal(("NDSL2100", DiagnosticSeverity.Info), (found.Id, found.Severity)));
    }
}
