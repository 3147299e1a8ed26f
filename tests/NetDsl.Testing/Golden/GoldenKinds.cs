using NetDsl.Testing.Reference;

namespace NetDsl.Testing.Golden;

/// <summary>Which kinds of golden cases have a layer here, and the network that each case describes.</summary>
public static class GoldenKinds
{
    public const string LossKind = "softmax_cross_entropy";

    private static readonly Dictionary<string, Func<ReferenceLayer>> Activations = new()
    {
        ["relu"] = ReferenceActivation.Relu,
        ["relu6"] = ReferenceActivation.Relu6,
        ["elu"] = () => ReferenceActivation.Elu(1),
        ["selu"] = ReferenceActivation.Selu,
        ["gelu_erf"] = ReferenceActivation.Gelu,
        ["gelu_tanh"] = ReferenceActivation.GeluTanh,
        ["softmax"] = () => new ReferenceSoftmax(),
    };

    private static readonly Dictionary<string, Func<GoldenCase, ReferenceNetwork>> Networks = new()
    {
        ["conv2d"] = golden => Single(golden, new ReferenceConv2d(Window(golden, "kernel"), golden.Shape("weight")[3])
        {
            Groups = golden.Number("groups"),
            Bias = golden.Flag("use_bias"),
        }),
        ["conv1d"] = golden => Single(golden, new ReferenceConv1d(Window1d(golden, "kernel"), golden.Shape("weight")[2])
        {
            Groups = golden.Number("groups"),
            Bias = golden.Flag("use_bias"),
        }),
        ["depthwise_conv2d"] = golden => Single(golden, new ReferenceDepthwiseConv2d(Window(golden, "kernel"))
        {
            Multiplier = golden.Number("depth_multiplier"),
            Bias = golden.Flag("use_bias"),
        }),
        ["separable_conv2d"] = golden => Single(golden, new ReferenceSeparableConv2d(Window(golden, "kernel"), golden.Shape("weight_pointwise")[3])
        {
            Multiplier = golden.Number("depth_multiplier"),
            Bias = golden.Flag("use_bias"),
        }),
        ["conv3d"] = golden => Single(golden, new ReferenceConv3d(Window3d(golden, "kernel"), golden.Shape("weight")[4])
        {
            Groups = golden.Number("groups"),
            Bias = golden.Flag("use_bias"),
        }),
        ["conv1d_transpose"] = Transposed,
        ["conv2d_transpose"] = Transposed,
        ["max_pool2d"] = golden => Single(golden, new ReferenceMaxPool2d(Window(golden, "window"))),
        ["avg_pool2d"] = golden => Single(golden, new ReferenceAvgPool2d(Window(golden, "window"))),
        ["max_pool1d"] = golden => Single(golden, new ReferenceMaxPool1d(Window1d(golden, "window"))),
        ["avg_pool1d"] = golden => Single(golden, new ReferenceAvgPool1d(Window1d(golden, "window"))),
        ["avg_pool3d"] = golden => Single(golden, new ReferenceAvgPool3d(Window3d(golden, "window"))),
        ["global_avg_pool"] = golden => Single(golden, new ReferenceGlobalAvgPool2d()),
        ["global_max_pool"] = golden => Single(golden, new ReferenceGlobalMaxPool2d()),
        ["dense"] = golden => Single(golden, new ReferenceDense(golden.Number("out")) { Bias = golden.Flag("use_bias") }),
        ["batch_norm"] = golden => Single(golden, new ReferenceBatchNorm { Epsilon = golden.Real("epsilon"), Momentum = golden.Real("momentum_keras") }),
        ["lrn"] = golden => Single(golden, new ReferenceLocalResponseNorm(golden.Number("depth_radius"))
        {
            Bias = golden.Real("bias"),
            Alpha = golden.Real("alpha"),
            Beta = golden.Real("beta"),
        }),
        ["activation"] = golden => Single(golden, Activations[golden.Text("name")]()),

        // A slope of one is the identity: the loss needs a layer before it.
        ["softmax_cross_entropy"] = golden => new ReferenceNetwork(
            Input(golden), [ReferenceActivation.LeakyRelu(1)], new ReferenceSoftmaxCrossEntropy()),
    };

    /// <summary>All cases that a layer stands for.</summary>
    public static IReadOnlyList<string> Ids => [.. GoldenCases.Ids(Networks.ContainsKey).Where(HasLayer)];

    public static ReferenceNetwork Network(GoldenCase golden) => Networks[golden.Kind](golden);

    private static bool HasLayer(string id)
    {
        GoldenCase golden = GoldenCases.Read(id);
        return golden.Kind != "activation" || Activations.ContainsKey(golden.Text("name"));
    }

    private static ReferenceNetwork Single(GoldenCase golden, ReferenceLayer layer) => new(Input(golden), [layer]);

    private static ReferenceShape Input(GoldenCase golden)
    {
        int[] shape = golden.Shape("input");
        return shape.Length switch
        {
            2 => ReferenceShape.Features(shape[1]),
            3 => ReferenceShape.Sequence(shape[1], shape[2]),
            4 => new(shape[1], shape[2], shape[3]),
            _ => ReferenceShape.Volume(shape[1], shape[2], shape[3], shape[4]),
        };
    }

    private static ReferenceNetwork Transposed(GoldenCase golden)
    {
        int[] kernel = golden.Pair("kernel");
        return Single(golden, new ReferenceConvTranspose(kernel, golden.Shape("weight")[kernel.Length])
        {
            Same = golden.Text("padding") == "SAME",
            Strides = golden.Pair("strides"),
            Bias = golden.Flag("use_bias"),
        });
    }

    private static Window3d Window3d(GoldenCase golden, string kernel)
    {
        int[] size = golden.Pair(kernel), strides = golden.Pair("strides");
        return new(size[0], new Window2d(size[1], size[2])
        {
            Same = golden.Text("padding") == "SAME",
            StrideHeight = strides[1],
            StrideWidth = strides[2],
        })
        {
            StrideDepth = strides[0],
        };
    }

    private static Window1d Window1d(GoldenCase golden, string kernel) => new(golden.Pair(kernel)[0])
    {
        Same = golden.Text("padding") == "SAME",
        Stride = golden.Pair("strides")[0],
        Dilation = golden.Hyper.TryGetProperty("dilations", out _) ? golden.Pair("dilations")[0] : 1,
    };

    private static Window2d Window(GoldenCase golden, string kernel)
    {
        int[] size = golden.Pair(kernel), strides = golden.Pair("strides");
        int[] dilations = golden.Hyper.TryGetProperty("dilations", out _) ? golden.Pair("dilations") : [1, 1];
        int[][] pads = [.. golden.Hyper.GetProperty("pads").EnumerateArray().Select(pair => pair.EnumerateArray().Select(n => n.GetInt32()).ToArray())];
        return new(size[0], size[1])
        {
            Same = golden.Text("padding") == "SAME",
            StrideHeight = strides[0],
            StrideWidth = strides[1],
            DilationHeight = dilations[0],
            DilationWidth = dilations[1],
            Pads = golden.Text("padding") == "EXPLICIT" ? new(pads[0][0], pads[0][1], pads[1][0], pads[1][1]) : default,
        };
    }
}
