using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Prediction by Winograd's form against the direct form in double precision.</summary>
public sealed class WinogradTests
{
    // The published error of F(4x4, 3x3) in single precision is some ten times that of sums of products.
    private const double Tolerance = 1e-4;

    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["F(2x2), odd sizes"] = new(new(9, 7, 32), [new ReferenceConv2d(3, 3, 48, same: true)]),
        ["F(4x4), ragged"] = new(new(14, 15, 64), [new ReferenceConv2d(3, 3, 64, same: true), ReferenceActivation.Relu()]),
        ["F(4x4), valid, a chain"] = new(new(16, 16, 64), [new ReferenceConv2d(3, 3, 96), ReferenceActivation.Tanh(), new ReferenceConv2d(3, 3, 64, same: true)]),
        ["padding beyond the kernel"] = new(new(12, 12, 48), [new ReferenceConv2d(new Window2d(3, 3) { Pads = new(2, 3, 0, 4) }, 32) { Bias = false }]),
        ["blocks of tiles"] = new(new(45, 38, 32), [new ReferenceConv2d(3, 3, 32, same: true), ReferenceActivation.Relu()]),
        ["distances of whole pages"] = new(new(8, 8, 256), [new ReferenceConv2d(3, 3, 256, same: true)]),
        ["F(2x2, 5x5)"] = new(new(13, 14, 48), [new ReferenceConv2d(5, 5, 64, same: true), ReferenceActivation.Relu()]),
        ["F(2x2, 5x5), six channels"] = new(new(14, 14, 6), [new ReferenceConv2d(5, 5, 16), ReferenceActivation.Tanh()]),
        ["F(3x3, 4x4), blocks of tiles, filters that fill no vector"] = new(new(40, 41, 20), [new ReferenceConv2d(4, 4, 37), ReferenceActivation.Relu()]),
        ["few channels, filters that fill no vector"] = new(new(21, 30, 3), [new ReferenceConv2d(5, 5, 40, same: true), ReferenceActivation.Relu()]),
        ["few channels, normalised"] = new(new(12, 13, 8), [new ReferenceConv2d(3, 3, 24) { Bias = false }, new ReferenceBatchNorm(), ReferenceActivation.Tanh()]),
        ["stride 2, 7x7, three channels"] = new(new(61, 60, 3), [new ReferenceConv2d(Strided(7, 2, 3), 64), ReferenceActivation.Relu()]),
        ["stride 2, 5x5, wide"] = new(new(20, 19, 32), [new ReferenceConv2d(Strided(5, 2, 2), 48)]),
        ["stride 4, 11x11, three channels"] = new(new(99, 95, 3), [new ReferenceConv2d(Strided(11, 4, 0), 64)]),
    };

    private static Window2d Strided(int kernel, int stride, int pad) =>
        new(kernel, kernel) { StrideHeight = stride, StrideWidth = stride, Pads = new(pad, pad, pad, pad) };

    private static readonly NetworkBundle Bundle = new(Networks);

    public static TheoryData<string, InstructionLevel> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel>();
            foreach (string name in Networks.Keys)
            {
                rows.Add(name, InstructionLevel.Vector512);
                rows.Add(name, InstructionLevel.Vector256);
                rows.Add(name, InstructionLevel.Vector128);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string name, InstructionLevel level)
    {
        (ReferenceNetwork reference, CompiledNetwork network) = (Networks[name], Bundle.Network(name, level));
        ReferenceData data = ReferenceData.Draw(reference, batch: 2, seed: 5, NetworkComparison.KinkDistance);
        NetworkComparison.SetParameters(reference, network);
        ScaledError.Within(Tolerance, $"{name}, {level}", reference.Predict(data.Input).Values, network.Predict(data.Input.ToSingle()));
    }

    [Theory]
    [InlineData("blocks of tiles")]
    [InlineData("F(4x4), ragged")]
    [InlineData("few channels, filters that fill no vector")]
    [InlineData("stride 4, 11x11, three channels")]
    public void Gives_the_same_bits_with_any_number_of_threads(string name)
    {
        CompiledNetwork network = Bundle.Network(name, InstructionLevel.Widest);
        float[] input = [.. Enumerable.Range(0, network.InputLength).Select(i => MathF.Sin(i))];
        float[][] outputs = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            network.Threads = threads;
            return network.Predict(input);
        })];
        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal(outputs[0], outputs[2]);
    }

    [Theory]
    [InlineData("Fast", true)]
    [InlineData("Exact", false)]
    public void Precision_chooses_the_form(string precision, bool expected)
    {
        string source = $$"""
            using NetDsl;
            [Network(Precision = Precision.{{precision}}, Training = false), Input(28, 28, 64), Conv2d(3, 3, 64, Padding.Same)]
            public sealed partial class Net;
            """;
        Assert.Equal(expected, GeneratorHarness.Run(source).Sources.Any(source => source.HintName.Contains("Winograd4x4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Input(14, 14, 64), Conv2d(3, 3, 64)", "F(4x4, 3x3),")]
    [InlineData("Input(27, 27, 64), Conv2d(5, 5, 192, Pad = 2)", "F(2x2, 5x5),")]
    [InlineData("Input(150, 100, 3), Conv2d(5, 5, 200)", "F(2x2, 5x5),")]
    [InlineData("Input(224, 224, 3), Conv2d(7, 7, 64, Stride = 2, Pad = 3)", "F(3x3, 4x4) on cells of 2 x 2,")]
    [InlineData("Input(227, 227, 3), Conv2d(11, 11, 96, Stride = 4)", "F(4x4, 3x3) on cells of 4 x 4,")]
    [InlineData("Input(32, 32, 3), Conv2d(3, 3, 16, Padding.Same)", "F(4x4, 3x3),")]
    [InlineData("Input(224, 224, 3), Conv2d(3, 3, 64, Padding.Same)", null)]
    [InlineData("Input(28, 28, 64), Conv2d(3, 3, 64, Stride = 2)", null)]
    [InlineData("Input(28, 28, 64), Conv2d(3, 5, 64)", null)]
    [InlineData("Input(28, 28, 64), Conv2d(3, 3, 64, Dilation = 2)", null)]
    [InlineData("Input(28, 28, 64), Conv2d(3, 3, 64, Groups = 4)", null)]
    [InlineData("Input(28, 28, 1), Conv2d(5, 5, 32)", null)]
    [InlineData("Input(28, 28, 16), Conv2d(5, 5, 12)", null)]
    public void The_window_chooses_the_form(string layers, string? expected)
    {
        string source = $"using NetDsl;\n[Network(Training = false), {layers}]\npublic sealed partial class Net;";
        string kernel = GeneratorHarness.Run(source).Sources.Single(source => source.Text.Contains("// Inference: convolution", StringComparison.Ordinal)).Text;
        Assert.Contains(expected ?? "Inference: convolution", kernel, StringComparison.Ordinal);
        Assert.Equal(expected is not null, kernel.Contains("Winograd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(20)]
    [InlineData(6)]
    public void Adds_a_residual_branch(int channels)
    {
        string source = $$"""
            using NetDsl;
            [Network, Input(13, 14, {{channels}})]
            [Branch, Conv2d(1, 1, 32)]
            [Branch, Conv2d(3, 3, 32, Padding.Same, Bias = false), BatchNorm]
            [Add, Relu]
            public sealed partial class Net;
            """;
        var graph = new ReferenceGraph(new(13, 14, channels));
        int other = graph.Chain(0, ("Conv2d1", new ReferenceConv2d(1, 1, 32)));
        int branch = graph.Chain(0, ("Conv2d2", new ReferenceConv2d(3, 3, 32, same: true) { Bias = false }), ("BatchNorm1", new ReferenceBatchNorm()));
        int end = graph.Add("Relu1", ReferenceActivation.Relu(), graph.Sum("Add1", other, branch));
        graph.Outputs.Add((end, 1));
        GeneratorRun run = GeneratorHarness.Run(source);
        Assert.Contains(run.Sources, kernel => kernel.HintName.Contains("Winograd4x4", StringComparison.Ordinal) && kernel.Text.Contains("float* residual", StringComparison.Ordinal));
        CompiledProject project = run.Load();
        GraphComparison.Run(graph, project.Network("Net"), null, batch: 2, seed: 3, Tolerance);
    }
}
