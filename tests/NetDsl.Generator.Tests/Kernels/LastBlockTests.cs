using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Convolutions whose last block of filters is narrower than the others.</summary>
public sealed class LastBlockTests
{
    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["half a vector of 512 bits"] = new(new(9, 11, 3), [new ReferenceConv2d(5, 5, 72, same: true), ReferenceActivation.Relu()]) { Arguments = "Precision = Precision.Exact" },
        ["one vector"] = new(new(7, 10, 20), [new ReferenceConv2d(1, 1, 112), ReferenceActivation.LeakyRelu(0.1)]),
        ["a few filters"] = new(new(8, 8, 4), [new ReferenceConv2d(3, 3, 67) { Bias = false }]) { Arguments = "Precision = Precision.Exact" },
        ["an activation applied in a loop"] = new(new(9, 30, 3), [new ReferenceConv2d(2, 3, 73), ReferenceActivation.Tanh()]),
        ["normalised"] = new(new(6, 9, 5), [new ReferenceConv2d(1, 1, 104) { Bias = false }, new ReferenceBatchNorm(), ReferenceActivation.Relu()]),
        ["fewer filters than half a vector"] = new(new(12, 12, 1), [new ReferenceConv2d(5, 5, 6), ReferenceActivation.Tanh(), new ReferenceConv2d(3, 3, 8)]),
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
    public void Agrees_with_the_reference(string name, InstructionLevel level) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, level), batch: 2, seed: 5);

    [Theory]
    [InlineData(72, "LastBlockOf512")]
    [InlineData(200, "LastBlockOf512")]
    [InlineData(112, "LastBlock(")]
    [InlineData(64, null)]
    public void Is_written_where_filters_do_not_fill_whole_blocks(int filters, string? expected)
    {
        string source = $"using NetDsl;\n[Network(Training = false, Precision = Precision.Exact), Input(20, 20, 3), Conv2d(5, 5, {filters})]\npublic sealed partial class Net;";
        string kernel = Assert.Single(GeneratorHarness.Run(source).Sources, source => source.HintName.StartsWith("Kernels.Conv_", StringComparison.Ordinal)).Text;
        Assert.Equal(expected is not null, kernel.Contains(expected ?? "LastBlock", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sum_is_added_to_all_blocks()
    {
        const string Source = """
            using NetDsl;
            [Network, Input(9, 10, 8)]
            [Branch, Conv2d(1, 1, 72)]
            [Branch, Conv2d(1, 1, 72)]
            [Add, Relu]
            public sealed partial class Net;
            """;
        var graph = new ReferenceGraph(new(9, 10, 8));
        int left = graph.Chain(0, ("Conv2d1", new ReferenceConv2d(1, 1, 72))), right = graph.Chain(0, ("Conv2d2", new ReferenceConv2d(1, 1, 72)));
        graph.Outputs.Add((graph.Add("Relu1", ReferenceActivation.Relu(), graph.Sum("Add1", left, right)), 1));
        GraphComparison.Run(graph, GeneratorHarness.Run(Source).Load().Network("Net"), loss: null, batch: 2, seed: 3);
    }
}
