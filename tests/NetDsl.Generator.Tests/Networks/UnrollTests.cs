using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>However much of a kernel is written out, it computes the same.</summary>
public sealed class UnrollTests
{
    private static readonly ReferenceNetwork Network = new(
        new(9, 11, 3),
        [
            new ReferenceConv2d(3, 3, 5, same: true), ReferenceActivation.Tanh(), new ReferenceMaxPool2d(2, 2, same: true),
            new ReferenceConv2d(2, 3, 6) { Groups = 1 }, ReferenceActivation.Relu(), new ReferenceAvgPool2d(2, 2),
            new ReferenceDense(70), ReferenceActivation.Sigmoid(), new ReferenceDense(3),
        ]);

    public static TheoryData<string, InstructionLevel> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel>();
            foreach (string unroll in new[] { "Tile", "Window", "Full" })
            {
                foreach (InstructionLevel level in new[] { InstructionLevel.Vector512, InstructionLevel.Vector256, InstructionLevel.Vector128 })
                {
                    rows.Add(unroll, level);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string unroll, InstructionLevel level)
    {
        CompiledNetwork network = Generate(unroll, HarnessOptions.Default with { Level = level }).Load().Network("Small");
        NetworkComparison.Run(Network, network, batch: 2, seed: 5);
    }

    [Fact]
    public void Full_has_no_loop_in_prediction()
    {
        string[] kernels = [.. Generate("Full", HarnessOptions.Default).Sources
            .Where(source => source.HintName.StartsWith("Kernels.", StringComparison.Ordinal) && !source.HintName.Contains("Kernels.Lane", StringComparison.Ordinal))
            .Select(source => source.Text)];

        Assert.NotEmpty(kernels);
        Assert.All(kernels, text => Assert.DoesNotContain("for (", WithoutPackingAndActivations(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Tile_is_the_shortest()
    {
        int Length(string unroll) => Generate(unroll, HarnessOptions.Default).Sources.Sum(source => source.Text.Length);
        Assert.True(Length("Tile") < Length("Window"));
        Assert.True(Length("Window") < Length("Full"));
    }

    private static GeneratorRun Generate(string unroll, HarnessOptions options) =>
        GeneratorHarness.Run("using NetDsl;\n" + Network.Declare("Small", $"Unroll = Unroll.{unroll}"), options);

    // Packing runs once, and a tile's costly activation is one loop over its sums by design.
    private static string WithoutPackingAndActivations(string text) => string.Join("\n", text.Split('\n')
        .Where(line => !line.Contains("int tap = 0", StringComparison.Ordinal)
            && !line.Contains("int lane = 0", StringComparison.Ordinal)
            && !line.Contains("int block = 0", StringComparison.Ordinal)
            && !line.Contains("int p = 0", StringComparison.Ordinal)));
}
