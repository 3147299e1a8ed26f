using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Graphs;

/// <summary>Two residual blocks with batch normalisation: one with a projection, one whose shortcut is the identity.</summary>
public sealed class ResidualTests
{
    private const string Declaration = """
        public sealed class UnitAttribute : BlockAttribute
        {
            [Branch]
            [Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false), BatchNorm, Relu]
            [Conv2d(3, 3, nameof(width), Padding.Same, Bias = false), BatchNorm]
            [Branch]
            [Shortcut(nameof(width), Stride = nameof(stride))]
            [Add, Relu]
            public UnitAttribute(int width, int stride = 1) { }
        }

        [Network, Input(9, 8, 3)]
        [Unit(5, stride: 2), Unit(5)]
        [GlobalAvgPool2d, Dense(4), SoftmaxCrossEntropy]
        public sealed partial class Net;
        """;

    private static readonly GraphCase Case = new(Reference(), Declaration, new ReferenceSoftmaxCrossEntropy());

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    public void Agrees_with_the_reference(int batch) => Case.Check(batch);

    [Fact]
    public void The_reference_agrees_with_central_differences() => Case.CheckReference();

    private static ReferenceGraph Reference()
    {
        var graph = new ReferenceGraph(new(9, 8, 3));
        int first = Unit(graph, "Unit1", 0, stride: 2, project: true);
        int second = Unit(graph, "Unit2", first, stride: 1, project: false);
        int end = graph.Chain(second, ("GlobalAvgPool2d1", new ReferenceGlobalAvgPool2d()), ("Dense1", new ReferenceDense(4)));
        graph.Outputs.Add((end, 1));
        return graph;
    }

    private static int Unit(ReferenceGraph graph, string path, int input, int stride, bool project)
    {
        var strided = new Window2d(3, 3) { Same = true, StrideHeight = stride, StrideWidth = stride };
        int branch = graph.Chain(
            input,
            ($"{path}.Conv2d1", new ReferenceConv2d(strided, 5) { Bias = false }),
            ($"{path}.BatchNorm1", new ReferenceBatchNorm()),
            ($"{path}.Relu1", ReferenceActivation.Relu()),
            ($"{path}.Conv2d2", new ReferenceConv2d(3, 3, 5, same: true) { Bias = false }),
            ($"{path}.BatchNorm2", new ReferenceBatchNorm()));
        int shortcut = !project ? input : graph.Chain(
            input,
            ($"{path}.Shortcut1.Conv2d1", new ReferenceConv2d(new Window2d(1, 1) { StrideHeight = stride, StrideWidth = stride }, 5) { Bias = false }),
            ($"{path}.Shortcut1.BatchNorm1", new ReferenceBatchNorm()));
        return graph.Add($"{path}.Relu2", ReferenceActivation.Relu(), graph.Sum($"{path}.Add1", branch, shortcut));
    }
}
