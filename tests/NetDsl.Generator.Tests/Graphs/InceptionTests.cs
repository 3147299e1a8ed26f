using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Graphs;

/// <summary>An inception block between two auxiliary heads, the losses of all three outputs together.</summary>
public sealed class InceptionTests
{
    private const string Declaration = """
        public sealed class MixAttribute : BlockAttribute
        {
            [Branch, Conv2d(1, 1, nameof(ones)), Relu]
            [Branch, Conv2d(1, 1, 2), Relu, Conv2d(3, 3, nameof(threes), Padding.Same), Relu]
            [Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1), Conv2d(1, 1, 3), Tanh]
            [Concat]
            public MixAttribute(int ones, int threes) { }
        }

        public sealed class HeadAttribute : BlockAttribute
        {
            [Branch, AvgPool2d(3, 3, Stride = 2), Conv2d(1, 1, 3), Relu, Dense(4), Output(nameof(name), LossWeight = 0.3)]
            public HeadAttribute(string name) { }
        }

        [Network, Input(7, 6, 3)]
        [Conv2d(3, 3, 5, Padding.Same), Relu]
        [Head("aux1"), Mix(4, 9), Head("aux2")]
        [Conv2d(3, 3, 4), Relu, Dense(4), SoftmaxCrossEntropy]
        public sealed partial class Net;
        """;

    private static readonly GraphCase Case = new(Reference(), Declaration, new ReferenceSoftmaxCrossEntropy());

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void Agrees_with_the_reference(int batch) => Case.Check(batch);

    [Fact]
    public void The_reference_agrees_with_central_differences() => Case.CheckReference();

    [Fact]
    public void Prediction_leaves_the_heads_out()
    {
        long heads = (5 * 3) + 3 + (3 * 2 * 3 * 4) + 4 + (16 * 3) + 3 + (3 * 2 * 3 * 4) + 4;
        Assert.Equal(heads, (long)Case.Network().Constant("ParameterCount") - (long)Case.Network().Constant("InferenceParameterCount"));
    }

    private static ReferenceGraph Reference()
    {
        var graph = new ReferenceGraph(new(7, 6, 3));
        int stem = graph.Chain(0, ("Conv2d1", new ReferenceConv2d(3, 3, 5, same: true)), ("Relu1", ReferenceActivation.Relu()));
        int first = Head(graph, "Head1", stem);
        int ones = graph.Chain(stem, ("Mix1.Conv2d1", new ReferenceConv2d(1, 1, 4)), ("Mix1.Relu1", ReferenceActivation.Relu()));
        int threes = graph.Chain(
            stem,
            ("Mix1.Conv2d2", new ReferenceConv2d(1, 1, 2)), ("Mix1.Relu2", ReferenceActivation.Relu()),
            ("Mix1.Conv2d3", new ReferenceConv2d(3, 3, 9, same: true)), ("Mix1.Relu3", ReferenceActivation.Relu()));
        int pool = graph.Chain(
            stem,
            ("Mix1.MaxPool2d1", new ReferenceMaxPool2d(new Window2d(3, 3) { Same = true, StrideHeight = 1, StrideWidth = 1 })),
            ("Mix1.Conv2d4", new ReferenceConv2d(1, 1, 3)), ("Mix1.Tanh1", ReferenceActivation.Tanh()));
        int mixed = graph.Concat("Mix1.Concat1", ones, threes, pool);
        int second = Head(graph, "Head2", mixed);
        int end = graph.Chain(mixed, ("Conv2d2", new ReferenceConv2d(3, 3, 4)), ("Relu2", ReferenceActivation.Relu()), ("Dense1", new ReferenceDense(4)));
        graph.Outputs.AddRange([(end, 1), (first, 0.3), (second, 0.3)]);
        return graph;
    }

    private static int Head(ReferenceGraph graph, string path, int source) => graph.Chain(
        source,
        ($"{path}.AvgPool2d1", new ReferenceAvgPool2d(new Window2d(3, 3) { StrideHeight = 2, StrideWidth = 2 })),
        ($"{path}.Conv2d1", new ReferenceConv2d(1, 1, 3)),
        ($"{path}.Relu1", ReferenceActivation.Relu()),
        ($"{path}.Dense1", new ReferenceDense(4)));
}
