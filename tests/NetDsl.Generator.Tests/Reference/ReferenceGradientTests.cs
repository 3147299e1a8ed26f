using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Reference;

/// <summary>The reference's backward passes against central differences, so that everything else can lean on them.</summary>
public sealed class ReferenceGradientTests
{
    private static readonly ReferenceShape Image = new(5, 7, 4);
    private static readonly ReferenceShape Sequence = ReferenceShape.Sequence(9, 4);
    private static readonly ReferenceShape Volume = ReferenceShape.Volume(3, 4, 5, 2);

    public static TheoryData<string> Layers => [.. Cases.Keys];

    private static Dictionary<string, ReferenceLayer> Cases { get; } = new()
    {
        ["valid convolution"] = new ReferenceConv2d(3, 2, 3),
        ["same convolution, strides and dilation"] = new ReferenceConv2d(
            new Window2d(3, 2) { Same = true, StrideHeight = 2, DilationWidth = 2 }, 3),
        ["grouped convolution without bias"] = new ReferenceConv2d(2, 2, 6) { Groups = 2, Bias = false },
        ["padded convolution"] = new ReferenceConv2d(new Window2d(3, 3) { Pads = new(1, 0, 2, 1), StrideWidth = 4 }, 2),
        ["atrous convolution"] = new ReferenceAtrousConv2d(2, 3, 3, 2),
        ["convolution of a sequence"] = new ReferenceConv1d(new Window1d(3) { Same = true, Stride = 2 }, 6) { Groups = 2 },
        ["depthwise convolution"] = new ReferenceDepthwiseConv2d(3, 2) { Multiplier = 2 },
        ["separable convolution"] = new ReferenceSeparableConv2d(3, 2, 3, same: true) { Multiplier = 2 },
        ["convolution of a volume"] = new ReferenceConv3d(new Window3d(2, 3, 2, same: true) { StrideDepth = 2, DilationDepth = 2 }, 4) { Groups = 2 },
        ["transposed convolution of a sequence"] = new ReferenceConvTranspose([3], 5) { Strides = [2], OutputPadding = 1 },
        ["transposed convolution"] = new ReferenceConvTranspose([3, 2], 3) { Same = true, Strides = [2, 3] },
        ["transposed convolution of a volume"] = new ReferenceConvTranspose([2, 3, 1], 2) { Strides = [1, 2, 2], Bias = false },
        ["partly connected convolution"] = new ReferenceConv2d(3, 2, 3) { Connections = ["X.X", "XX.", ".XX", "X.."] },
        ["overlapping maximum"] = new ReferenceMaxPool2d(new Window2d(3, 3) { StrideHeight = 2, StrideWidth = 1 }),
        ["same maximum"] = new ReferenceMaxPool2d(2, 3, same: true),
        ["same mean"] = new ReferenceAvgPool2d(3, 3, same: true),
        ["padded mean, rounded up"] = new ReferenceAvgPool2d(
            new Window2d(2, 2) { StrideHeight = 2, StrideWidth = 2, Pads = new(1, 0, 0, 1), Ceil = true }),
        ["global mean"] = new ReferenceGlobalAvgPool2d(),
        ["flatten"] = new ReferenceFlatten(),
        ["dense"] = new ReferenceDense(5),
        ["dropout in prediction"] = new ReferenceDropout(0.5),
        ["relu"] = ReferenceActivation.Relu(),
        ["leaky relu"] = ReferenceActivation.LeakyRelu(0.3),
        ["tanh"] = ReferenceActivation.Tanh(),
        ["scaled tanh"] = ReferenceActivation.ScaledTanh(),
        ["sigmoid"] = ReferenceActivation.Sigmoid(),
        ["relu6"] = ReferenceActivation.Relu6(),
        ["elu"] = ReferenceActivation.Elu(0.7),
        ["selu"] = ReferenceActivation.Selu(),
        ["softplus"] = ReferenceActivation.Softplus(),
        ["silu"] = ReferenceActivation.Silu(),
        ["hard swish"] = ReferenceActivation.HardSwish(),
        ["gelu"] = ReferenceActivation.Gelu(),
        ["gelu, tanh form"] = ReferenceActivation.GeluTanh(),
        ["log softmax"] = new ReferenceLogSoftmax(),
        ["batch norm"] = new ReferenceBatchNorm { Epsilon = 0.01 },
        ["maximum of a sequence"] = new ReferenceMaxPool1d(new Window1d(3) { Stride = 2, Pads = (1, 0) }),
        ["mean of a sequence"] = new ReferenceAvgPool1d(new Window1d(4) { Stride = 3, Same = true }),
        ["maximum of a volume"] = new ReferenceMaxPool3d(new Window3d(2, new Window2d(3, 2) { StrideHeight = 2 })),
        ["mean of a volume"] = new ReferenceAvgPool3d(2, 2, 3, same: true),
        ["global mean of a sequence"] = new ReferenceGlobalPool(1, Maximum: false),
        ["global maximum of a volume"] = new ReferenceGlobalPool(3, Maximum: true),
        ["upsampling"] = new ReferenceUpsample2d(2),
        ["zeros around a sequence"] = new ReferenceZeroPad(1, 2),
        ["zeros around an image"] = new ReferenceZeroPad(1, 0, 2, 1),
        ["zeros around a volume"] = new ReferenceZeroPad(0, 1, 1, 2, 0, 3),
        ["global maximum"] = new ReferenceGlobalMaxPool2d(),
        ["trainable subsampling"] = new ReferenceTrainableSubsample2d(2, 3),
        ["radial basis functions"] = ReferenceRbf.Random(3, 5 * 7 * 4, seed: 1),
        ["local response normalisation"] = new ReferenceLocalResponseNorm(1) { Bias = 1.5, Alpha = 0.7, Beta = 0.75 },
        ["softmax"] = new ReferenceSoftmax(),
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Backward_agrees_with_central_differences(string layer) =>
        GradientCheck.Run(new ReferenceNetwork(InputOf(Cases[layer].Kind), [Cases[layer]]), batch: 2, seed: 1);

    [Fact]
    public void Backward_of_a_whole_network_agrees_with_central_differences() => GradientCheck.Run(
        new ReferenceNetwork(
            new(8, 8, 2),
            [new ReferenceConv2d(3, 3, 4, same: true), ReferenceActivation.Relu(), new ReferenceMaxPool2d(2, 2), new ReferenceDense(3)]),
        batch: 2,
        seed: 1);

    [Fact]
    public void A_wrong_gradient_is_found() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
        GradientCheck.Run(new ReferenceNetwork(Image, [new Wrong()]), batch: 1, seed: 1));

    [Fact]
    public void A_wrong_gradient_of_a_graph_is_found()
    {
        var graph = new ReferenceGraph(Image);
        graph.Outputs.Add((graph.Sum("Add1", graph.Add("Wrong1", new Wrong(), 0), 0), 1));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => GradientCheck.Run(graph, batch: 1, seed: 1, choices: 1));
    }

    [Fact]
    public void Losses_agree_with_central_differences()
    {
        var logits = new Tensor(2, ReferenceShape.Features(3), [0.5, -1, 2, 0, 0.25, -0.75]);
        GradientCheck.Run(new ReferenceSoftmaxCrossEntropy(), logits, ReferenceSoftmaxCrossEntropy.OneHot([2, 0], 3));
        GradientCheck.Run(new ReferenceSoftmaxCrossEntropy(), logits, [0.2, 0.3, 0.5, 0.1, 0.9, 0]);
        GradientCheck.Run(new ReferenceMaximumAPosteriori(0.7), logits, [0.2, 0.3, 0.5, 0.1, 0.9, 0]);
        GradientCheck.Run(new ReferenceMeanSquaredError(), logits, [1, 2, 3, 4, 5, 6]);
    }

    private static ReferenceShape InputOf(string kind) =>
        kind.Contains("1d", StringComparison.Ordinal) ? Sequence
        : kind.Contains("3d", StringComparison.Ordinal) ? Volume
        : Image;

    private sealed record Wrong : ReferenceLayer
    {
        public override string Kind => nameof(Wrong);

        public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
            new(input.Batch, input.Shape, Array.ConvertAll(input.Values, x => x * x));

        public override Tensor Backward(
            Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
            outputGradient;
    }
}
