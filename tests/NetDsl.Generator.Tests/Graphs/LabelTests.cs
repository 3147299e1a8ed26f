using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Graphs;

/// <summary>Values that several layers read in different ways: within sums, within concatenations, behind borders, as vectors.</summary>
public sealed class LabelTests
{
    private const string Declaration = """
        [Network, Input(7, 6, 3)]
        [Conv2d(3, 3, 5, Padding.Same, Name = "Stem"), Relu]
        [Conv2d(1, 1, 4), Relu(Name = "Narrow")]
        [Conv2d(3, 3, 9, Padding.Same, From = "Relu1"), Tanh(Name = "Wide")]
        [Concat("Narrow", Name = "Both")]
        [Concat("Wide", "Relu1")]
        [Conv2d(3, 3, 4, Padding.Same)]
        [Add("Narrow"), Relu]
        [Flatten(Name = "Flat")]
        [Dense(8, From = "Both"), Relu]
        [Concat("Flat")]
        [BatchNorm, Dense(4), MeanSquaredError]
        public sealed partial class Net;
        """;

    private static readonly GraphCase Case = new(Reference(), Declaration, new ReferenceMeanSquaredError());

    [Theory]
    [InlineData(3)]
    [InlineData(18)]
    public void Agrees_with_the_reference(int batch) => Case.Check(batch);

    [Fact]
    public void The_reference_agrees_with_central_differences() => Case.CheckReference();

    private static ReferenceGraph Reference()
    {
        var graph = new ReferenceGraph(new(7, 6, 3));
        int stem = graph.Chain(0, ("Stem", new ReferenceConv2d(3, 3, 5, same: true)), ("Relu1", ReferenceActivation.Relu()));
        int narrow = graph.Chain(stem, ("Conv2d2", new ReferenceConv2d(1, 1, 4)), ("Narrow", ReferenceActivation.Relu()));
        int wide = graph.Chain(stem, ("Conv2d3", new ReferenceConv2d(3, 3, 9, same: true)), ("Wide", ReferenceActivation.Tanh()));
        int both = graph.Concat("Both", wide, narrow);
        int all = graph.Concat("Concat2", both, wide, stem);
        int sum = graph.Sum("Add1", graph.Add("Conv2d4", new ReferenceConv2d(3, 3, 4, same: true), all), narrow);
        int flat = graph.Chain(sum, ("Relu3", ReferenceActivation.Relu()), ("Flat", new ReferenceFlatten()));
        int dense = graph.Chain(both, ("Dense1", new ReferenceDense(8)), ("Relu4", ReferenceActivation.Relu()));
        int joined = graph.Concat("Concat3", dense, flat);
        int end = graph.Chain(joined, ("BatchNorm1", new ReferenceBatchNorm()), ("Dense2", new ReferenceDense(4)));
        graph.Outputs.Add((end, 1));
        return graph;
    }
}
