using Microsoft.CodeAnalysis;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Dense layers whose weights exceed the caches, for a batch: in groups of samples, with the bits that single samples get.</summary>
public sealed class DenseGroupTests
{
    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["behind a convolution, a small one at the end"] = new(new(20, 20, 1), [new ReferenceConv2d(3, 3, 4), ReferenceActivation.Relu(), new ReferenceDense(130), ReferenceActivation.Tanh(), new ReferenceDense(20)]),
        ["from the input on"] = new(new(1, 1, 1100), [new ReferenceDense(300), ReferenceActivation.Relu(), new ReferenceDense(140) { Bias = false }]),
        ["behind a small one"] = new(new(8, 8, 1), [new ReferenceDense(260), ReferenceActivation.Relu(), new ReferenceDense(521)]),
    };

    private static readonly NetworkBundle Bundle = new(Networks);

    public static TheoryData<string, InstructionLevel, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel, int>();
            foreach (string name in Networks.Keys)
            {
                foreach (int batch in new[] { 2, 7, 8, 9, 17 })
                {
                    rows.Add(name, InstructionLevel.Vector512, batch);
                    rows.Add(name, InstructionLevel.Vector256, batch);
                    rows.Add(name, InstructionLevel.Vector128, batch);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gives_the_bits_of_single_samples(string name, InstructionLevel level, int batch)
    {
        CompiledNetwork network = Bundle.Network(name, level);
        float[] input = Input(batch * network.InputLength);
        float[] expected = [.. Enumerable.Range(0, batch).SelectMany(sample => network.Predict(input.AsSpan(sample * network.InputLength, network.InputLength)))];
        foreach (int threads in new[] { 1, 2, 3 })
        {
            network.Threads = threads;
            Assert.Equal(expected, network.Predict(input));
        }
    }

    [Theory]
    [InlineData("behind a convolution, a small one at the end")]
    [InlineData("from the input on")]
    [InlineData("behind a small one")]
    public void Agrees_with_the_reference(string name) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, InstructionLevel.Widest), batch: 11, seed: 2);

    [Fact]
    public void Concurrent_callers_have_groups_of_their_own()
    {
        CompiledNetwork network = Bundle.Network("behind a convolution, a small one at the end", InstructionLevel.Widest);
        float[][] inputs = [.. Enumerable.Range(2, 8).Select(batch => Input(batch * network.InputLength))];
        float[][] expected = [.. inputs.Select(input => network.Predict(input))];
        var results = new float[inputs.Length][];
        Parallel.For(0, inputs.Length, i =>
        {
            for (int again = 0; again < 20; again++)
            {
                results[i] = network.Predict(inputs[i]);
            }
        });
        Assert.Equal(expected, results);
    }

    [Theory]
    [InlineData("Input(20, 20, 1), Conv2d(3, 3, 4), Relu, Dense(130)", true)]
    [InlineData("Input(20, 20, 1), Conv2d(3, 3, 4), Relu, Dense(20)", false)]
    [InlineData("Input(20, 20, 1), Dense(400), Relu, LocalResponseNorm", false)]
    public void Is_chosen_where_the_network_ends_in_large_dense_layers(string layers, bool expected)
    {
        string source = $"using NetDsl;\n[Network(Training = false), {layers}]\npublic sealed partial class Net;";
        GeneratorRun run = GeneratorHarness.Run(source);
        Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(expected, run.Sources.Any(source => source.HintName.Contains("_Group", StringComparison.Ordinal)));
    }

    private static float[] Input(int length) => [.. Enumerable.Range(0, length).Select(i => MathF.Sin(i * 1.7f))];
}
