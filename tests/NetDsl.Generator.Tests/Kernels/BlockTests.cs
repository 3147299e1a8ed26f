using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Training with 16 channels of one sample in a cell, which wide networks take.</summary>
public sealed class BlockTests
{
    // What the few additions of F(4x4, 3x3) that nearly cancel cost in a chain of layers.
    private const double WinogradTolerance = 1e-4;

    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["few channels first, normalised"] = new(new(9, 8, 3), [new ReferenceConv2d(3, 3, 16, same: true), ReferenceActivation.Relu(), new ReferenceConv2d(3, 3, 32) { Bias = false }, new ReferenceBatchNorm(), ReferenceActivation.Relu(), new ReferenceGlobalPool(2, Maximum: false), new ReferenceDense(5)]),
        ["stride 3, picture into dense"] = new(new(11, 13, 16), [new ReferenceConv2d(new Window2d(5, 5) { StrideHeight = 3, StrideWidth = 3 }, 32), ReferenceActivation.Tanh(), new ReferenceFlatten(), new ReferenceDense(48), ReferenceActivation.Sigmoid(), new ReferenceDense(20)]),
        ["strides beyond the kernel"] = new(new(7, 9, 16), [new ReferenceConv2d(new Window2d(1, 2) { StrideHeight = 2, StrideWidth = 3 }, 16), ReferenceActivation.Tanh()]),
        ["uneven pads and strides"] = new(new(8, 7, 16), [new ReferenceConv2d(new Window2d(4, 3) { Pads = new(1, 3, 0, 2), StrideHeight = 2, StrideWidth = 1 }, 48)]),
        ["pools"] = new(new(9, 9, 16), [new ReferenceConv2d(1, 1, 32), new ReferenceMaxPool2d(new Window2d(3, 3) { Same = true, StrideHeight = 2, StrideWidth = 2 }), new ReferenceConv2d(3, 3, 16, same: true), new ReferenceAvgPool2d(2, 2), ReferenceActivation.Relu()]),
        ["one cell"] = new(new(1, 1, 32), [new ReferenceConv2d(1, 1, 64), ReferenceActivation.Relu(), new ReferenceConv2d(1, 1, 16)]),
    };

    private static readonly Dictionary<string, ReferenceNetwork> WinogradNetworks = new()
    {
        ["whole tiles"] = new(new(8, 8, 32), [new ReferenceConv2d(3, 3, 48, same: true), ReferenceActivation.Relu(), new ReferenceConv2d(3, 3, 32, same: true), new ReferenceBatchNorm(), ReferenceActivation.Relu(), new ReferenceDense(3)]),
        ["ragged tiles, no padding"] = new(new(13, 16, 32), [new ReferenceConv2d(3, 3, 64), ReferenceActivation.Tanh(), new ReferenceConv2d(new Window2d(3, 3) { Pads = new(0, 1, 2, 1) }, 32) { Bias = false }]),
        ["several blocks of tiles"] = new(new(36, 33, 32), [new ReferenceConv2d(3, 3, 32, same: true)]),
        ["parts of the filters, many channels"] = new(new(6, 6, 256), [new ReferenceConv2d(3, 3, 144, same: true)]),
    };

    private static readonly NetworkBundle Bundle = new(Networks), WinogradBundle = new(WinogradNetworks);

    public static TheoryData<string, InstructionLevel, int> Rows => RowsOf(Networks.Keys);

    public static TheoryData<string, InstructionLevel, int> WinogradRows => RowsOf(WinogradNetworks.Keys);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string name, InstructionLevel level, int batch) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, level), batch, seed: batch);

    [Theory]
    [MemberData(nameof(WinogradRows))]
    public void Winograds_form_agrees_with_the_reference(string name, InstructionLevel level, int batch) =>
        NetworkComparison.Run(WinogradNetworks[name], WinogradBundle.Network(name, level), batch, seed: batch, WinogradTolerance);

    [Theory]
    [InlineData("ragged tiles, no padding")]
    [InlineData("parts of the filters, many channels")]
    [InlineData("several blocks of tiles")]
    [InlineData("whole tiles")]
    public void Gives_the_same_bits_with_any_number_of_threads(string name)
    {
        float[][] results = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            CompiledNetwork network = WinogradBundle.Network(name, InstructionLevel.Widest);
            using TrainingPass pass = network.CreateTrainingPass(5, threads);
            float[] output = pass.Forward([.. Enumerable.Range(0, 5 * network.InputLength).Select(i => MathF.Sin(i))]).ToArray();
            pass.Backward(output);
            return (float[])[.. output, .. pass.InputGradient, .. WinogradNetworks[name].Parameters.SelectMany(parameter => Gradient(network, parameter))];
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Fact]
    public void Blocks_side_by_side_and_summed_agree_with_the_reference()
    {
        const string Source = """
            using NetDsl;
            [Network, Input(10, 9, 16)]
            [Branch, Conv2d(3, 3, 32, Padding.Same, Stride = 2, Bias = false), BatchNorm]
            [Branch, Conv2d(1, 1, 32, Padding.Same, Stride = 2, Bias = false), BatchNorm]
            [Add, Relu]
            [Branch, Conv2d(1, 1, 16), Relu]
            [Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1), Conv2d(1, 1, 32), Tanh]
            [Concat, Conv2d(2, 2, 16), GlobalAvgPool2d, Dense(4), SoftmaxCrossEntropy]
            public sealed partial class Net;
            """;
        var graph = new ReferenceGraph(new(10, 9, 16));
        var strided = new Window2d(3, 3) { Same = true, StrideHeight = 2, StrideWidth = 2 };
        int left = graph.Chain(0, ("Conv2d1", new ReferenceConv2d(strided, 32) { Bias = false }), ("BatchNorm1", new ReferenceBatchNorm()));
        int right = graph.Chain(0, ("Conv2d2", new ReferenceConv2d(strided with { Height = 1, Width = 1 }, 32) { Bias = false }), ("BatchNorm2", new ReferenceBatchNorm()));
        int sum = graph.Add("Relu1", ReferenceActivation.Relu(), graph.Sum("Add1", left, right));
        int narrow = graph.Chain(sum, ("Conv2d3", new ReferenceConv2d(1, 1, 16)), ("Relu2", ReferenceActivation.Relu()));
        int pooled = graph.Chain(
            sum,
            ("MaxPool2d1", new ReferenceMaxPool2d(new Window2d(3, 3) { Same = true, StrideHeight = 1, StrideWidth = 1 })),
            ("Conv2d4", new ReferenceConv2d(1, 1, 32)), ("Tanh1", ReferenceActivation.Tanh()));
        int end = graph.Chain(
            graph.Concat("Concat1", narrow, pooled),
            ("Conv2d5", new ReferenceConv2d(2, 2, 16)), ("GlobalAvgPool2d1", new ReferenceGlobalPool(2, Maximum: false)), ("Dense1", new ReferenceDense(4)));
        graph.Outputs.Add((end, 1));
        CompiledProject project = GeneratorHarness.Run(Source).Load();
        GraphComparison.Run(graph, project.Network("Net"), new ReferenceSoftmaxCrossEntropy(), batch: 5, seed: 3);
    }

    [Theory]
    [InlineData("Conv2d(3, 3, 16)", true)]
    [InlineData("Conv2d(3, 3, 24)", false)]
    [InlineData("Conv2d(3, 3, 16), Dropout(0.5)", true)]
    [InlineData("Conv2d(3, 3, 16), LocalResponseNorm", false)]
    [InlineData("DepthwiseConv2d(3, 3)", false)]
    public void Wide_networks_whose_layers_all_have_such_kernels_take_blocks(string layers, bool expected)
    {
        string source = $"using NetDsl;\n[Network, Input(8, 8, 16), {layers}, Dense(10)]\npublic sealed partial class Net;";
        Assert.Equal(expected, GeneratorHarness.Run(source).Sources.Any(source => source.HintName.Contains("Block", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Fast", true)]
    [InlineData("Exact", false)]
    public void Precision_chooses_the_form(string precision, bool expected)
    {
        string source = $"using NetDsl;\n[Network(Precision = Precision.{precision}), Input(16, 16, 32), Conv2d(3, 3, 32, Padding.Same)]\npublic sealed partial class Net;";
        Assert.Equal(expected, GeneratorHarness.Run(source).Sources.Any(source => source.HintName.Contains("BlockWinograd", StringComparison.Ordinal)));
    }

    private static TheoryData<string, InstructionLevel, int> RowsOf(IEnumerable<string> names)
    {
        var rows = new TheoryData<string, InstructionLevel, int>();
        foreach (string name in names)
        {
            rows.Add(name, InstructionLevel.Vector512, 1);
            rows.Add(name, InstructionLevel.Vector256, 7);
            rows.Add(name, InstructionLevel.Vector128, 3);
        }

        return rows;
    }

    private static float[] Gradient(CompiledNetwork network, ReferenceParameter parameter)
    {
        var gradient = new float[parameter.Gradient.Length];
        network.Parameters[parameter.Name].CopyGradientTo(gradient);
        return gradient;
    }
}
