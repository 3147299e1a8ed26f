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
    };

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

    [Fact]
    public void Adds_a_residual_branch()
    {
        const string Source = """
            using NetDsl;
            [Network, Input(13, 14, 32)]
            [Branch, Conv2d(3, 3, 32, Padding.Same, Bias = false), BatchNorm]
            [Branch, Add, Relu]
            public sealed partial class Net;
            """;
        var graph = new ReferenceGraph(new(13, 14, 32));
        int branch = graph.Chain(0, ("Conv2d1", new ReferenceConv2d(3, 3, 32, same: true) { Bias = false }), ("BatchNorm1", new ReferenceBatchNorm()));
        int end = graph.Add("Relu1", ReferenceActivation.Relu(), graph.Sum("Add1", branch, 0));
        graph.Outputs.Add((end, 1));
        CompiledProject project = GeneratorHarness.Run(Source).Load();
        GraphComparison.Run(graph, project.Network("Net"), null, batch: 2, seed: 3, Tolerance);
    }
}
