using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Shapes;

/// <summary>What every layer of a graph reads, and what it is called.</summary>
public class GraphTests
{
    [Fact]
    public void SiblingsReadWhatStandsBeforeTheFirst() => Layers(
        "Conv2d(3, 3, 8), Branch, Conv2d(1, 1, 4), Relu, Branch, Conv2d(1, 1, 6), Concat, Relu",
        "Conv2d1 6x6x8 < -1", "Conv2d2 6x6x4 < 0", "Relu1 6x6x4 < 1", "Conv2d3 6x6x6 < 0", "Concat1 6x6x10 < 2 3", "Relu2 6x6x10 < 4");

    [Fact]
    public void AnEmptyBranchIsTheValueItself() => Layers(
        "Branch, Conv2d(1, 1, 3), Branch, Add",
        "Conv2d1 8x8x3 < -1", "Add1 8x8x3 < 0 -1");

    [Fact]
    public void BranchesBeginAgainBehindAMerge() => Layers(
        "Branch, Relu, Branch, Add, Branch, Tanh, Branch, Branch, Concat",
        "Relu1 8x8x3 < -1", "Add1 8x8x3 < 0 -1", "Tanh1 8x8x3 < 1", "Concat1 8x8x9 < 2 1 1");

    [Fact]
    public void LabelsJoinTheCurrentValue() => Layers(
        "Relu(Name = \"A\"), Tanh, Sigmoid, Concat(\"A\", \"Tanh1\"), Add(\"Concat1\")",
        "A 8x8x3 < -1", "Tanh1 8x8x3 < 0", "Sigmoid1 8x8x3 < 1", "Concat1 8x8x9 < 2 0 1", "Add1 8x8x9 < 3 3");

    [Fact]
    public void LabelsFollowTheBranches() => Layers(
        "Relu, Branch, Tanh, Branch, Sigmoid, Add(\"Relu1\")",
        "Relu1 8x8x3 < -1", "Tanh1 8x8x3 < 0", "Sigmoid1 8x8x3 < 0", "Add1 8x8x3 < 1 2 0");

    [Fact]
    public void FromReadsAnEarlierLayer() => Layers(
        "Relu, Tanh, Sigmoid(From = \"Relu1\"), Branch(From = \"Tanh1\"), Relu, Branch, Add",
        "Relu1 8x8x3 < -1", "Tanh1 8x8x3 < 0", "Sigmoid1 8x8x3 < 0", "Relu2 8x8x3 < 1", "Add1 8x8x3 < 3 2");

    [Fact]
    public void AHeadClosesItsBranchAndTheValueGoesBack()
    {
        ShapedNetwork network = Layers(
            "Relu, Branch, Dense(5), Output(\"aux\", LossWeight = 0.3), Tanh, Dense(5), Output(\"second\"), Relu, SoftmaxCrossEntropy",
            "Relu1 8x8x3 < -1", "Dense1 5 < 0", "Tanh1 8x8x3 < 0", "Dense2 5 < 2", "Relu2 5 < 3");
        Assert.Equal([new Head("aux", 1, 0.3), new Head("second", 3, 1)], network.Heads);
        Assert.Equal(4, network.Main);
    }

    [Fact]
    public void AHeadBesideOpenBranchesClosesItsOwn() => Layers(
        "Branch, Relu, Branch, Sigmoid, Output(\"aux\"), Branch, Tanh, Add",
        "Relu1 8x8x3 < -1", "Sigmoid1 8x8x3 < -1", "Tanh1 8x8x3 < -1", "Add1 8x8x3 < 0 2");

    [Fact]
    public void TheLossReadsWhatFromNames() =>
        Assert.Equal(0, Layers("Dense(3), Relu, MeanSquaredError(From = \"Dense1\")", "Dense1 3 < -1", "Relu1 3 < 0").Main);

    [Fact]
    public void BlocksNestAndHandParametersOn() => Wired(
        """
        [Unit(8, Repeat = 2), Stage(4, 3, Name = "Deep"), Unit(2, Name = "Tail", Repeat = 1)]
        """,
        """
        public sealed class UnitAttribute : BlockAttribute
        {
            [Conv2d(1, 1, $"2*{nameof(width)}", Padding.Same, Stride = nameof(stride), Bias = false), Relu]
            public UnitAttribute(object width, int stride = 1) { }
        }

        public sealed class StageAttribute : BlockAttribute
        {
            [Unit(nameof(width), 2)]
            [Unit(nameof(width), Repeat = $"{nameof(units)}-1")]
            public StageAttribute(int width, int units) { }
        }
        """,
        "Unit1.Conv2d1 8x8x16 < -1", "Unit1.Relu1 8x8x16 < 0", "Unit2.Conv2d1 8x8x16 < 1", "Unit2.Relu1 8x8x16 < 2",
        "Deep.Unit1.Conv2d1 4x4x8 < 3", "Deep.Unit1.Relu1 4x4x8 < 4", "Deep.Unit2.Conv2d1 4x4x8 < 5", "Deep.Unit2.Relu1 4x4x8 < 6",
        "Deep.Unit3.Conv2d1 4x4x8 < 7", "Deep.Unit3.Relu1 4x4x8 < 8", "Tail_1.Conv2d1 4x4x4 < 9", "Tail_1.Relu1 4x4x4 < 10");

    [Fact]
    public void PrimaryConstructor() => Wired(
        "[Reduce(4), Reduce(2, Repeat = 0), Reduce(8)]",
        "[method: Conv2d(1, 1, nameof(width)), Relu] public sealed class ReduceAttribute(int width) : BlockAttribute;",
        "Reduce1.Conv2d1 8x8x4 < -1", "Reduce1.Relu1 8x8x4 < 0", "Reduce2.Conv2d1 8x8x8 < 1", "Reduce2.Relu1 8x8x8 < 2");

    [Fact]
    public void EveryTypeOfParameter() => Wired(
        "[Any(4, Padding.Same, false, 0.5, \"C1\", \"6/2\"), Any(4, Padding.Valid, true, 1, \"C2\", 3)]",
        """
        public sealed class AnyAttribute : BlockAttribute
        {
            [Conv2d(nameof(side), 3, nameof(width), nameof(padding), Bias = nameof(bias), Name = nameof(name))]
            [Dropout(nameof(rate), From = nameof(name)), Concat(nameof(name))]
            public AnyAttribute(int width, Padding padding, bool bias, double rate, string name, object side) { }
        }
        """,
        "Any1.C1 8x8x4 < -1", "Any1.Dropout1 8x8x4 < 0", "Any1.Concat1 8x8x8 < 1 0",
        "Any2.C2 6x6x4 < 2", "Any2.Dropout1 6x6x4 < 3", "Any2.Concat1 6x6x8 < 4 3");

    [Fact]
    public void LabelsReachAcrossBlocks() => Wired(
        "[Two, Tanh, Two(Name = \"B\", From = \"Two1.Relu1\"), Concat(\"Two1\", \"B.Relu1\", \"Tanh1\"), Outer]",
        """
        public sealed class TwoAttribute : BlockAttribute { [Relu, Sigmoid] public TwoAttribute() { } }
        public sealed class OuterAttribute : BlockAttribute
        {
            [Two, Concat("Two1.Relu1"), Inner]
            public OuterAttribute() { }
        }
        public sealed class InnerAttribute : BlockAttribute { [Relu, Relu(From = "Tanh1"), Relu(From = "Two1.Sigmoid1"), Relu(From = "B.Sigmoid1")] public InnerAttribute() { } }
        """,
        "Two1.Relu1 8x8x3 < -1", "Two1.Sigmoid1 8x8x3 < 0", "Tanh1 8x8x3 < 1", "B.Relu1 8x8x3 < 0", "B.Sigmoid1 8x8x3 < 3",
        "Concat1 8x8x12 < 4 1 3 2", "Outer1.Two1.Relu1 8x8x12 < 5", "Outer1.Two1.Sigmoid1 8x8x12 < 6", "Outer1.Concat1 8x8x24 < 7 6",
        "Outer1.Inner1.Relu1 8x8x24 < 8", "Outer1.Inner1.Relu2 8x8x3 < 2", "Outer1.Inner1.Relu3 8x8x12 < 7", "Outer1.Inner1.Relu4 8x8x3 < 4");

    [Fact]
    public void ABranchOfABlockBeginsWhereTheBlockDoes() => Wired(
        "[Relu, Branch, Around, Branch, Tanh, Concat]",
        "public sealed class AroundAttribute : BlockAttribute { [Branch, Relu, Branch, Add] public AroundAttribute() { } }",
        "Relu1 8x8x3 < -1", "Around1.Relu1 8x8x3 < 0", "Around1.Add1 8x8x3 < 1 0", "Tanh1 8x8x3 < 0", "Concat1 8x8x6 < 2 3");

    [Fact]
    public void AHeadInABlockIsCalledByItsPath()
    {
        ShapedNetwork network = Wired(
            "[Headed(Repeat = 2), Dense(5)]",
            "public sealed class HeadedAttribute : BlockAttribute { [Branch, Dense(5), Output(\"aux\"), Relu] public HeadedAttribute() { } }",
            "Headed1.Dense1 5 < -1", "Headed1.Relu1 8x8x3 < -1", "Headed2.Dense1 5 < 1", "Headed2.Relu1 8x8x3 < 1", "Dense1 5 < 3");
        Assert.Equal([new Head("Headed1.aux", 0, 1), new Head("Headed2.aux", 2, 1)], network.Heads);
    }

    [Fact]
    public void BlocksTellTheirExtent() => Assert.Equal(
        [new ShapedBlock("B.Inner1", 1, 1, Shape.Image(8, 8, 3)), new ShapedBlock("B", 1, 2, Shape.Image(8, 8, 6))],
        Source.Infer(
            "[Network, Input(8, 8, 3), Relu, Outer(Name = \"B\"), Tanh] partial class N;",
            "public sealed class InnerAttribute : BlockAttribute { [Relu] public InnerAttribute() { } }",
            "public sealed class OuterAttribute : BlockAttribute { [Inner, Concat(\"Inner1\")] public OuterAttribute() { } }").Blocks);

    private static ShapedNetwork Layers(string layers, params string[] expected) => Wired($"[{layers}]", "", expected);

    private static ShapedNetwork Wired(string attributes, string blocks, params string[] expected)
    {
        ShapedNetwork network = Source.Infer($"[Network, Input(8, 8, 3)]{attributes} partial class N;", blocks);
        Assert.Empty(network.Problems);
        Assert.Equal(expected, network.Layers.Select(layer => $"{layer.Name} {layer.Output} < {string.Join(" ", layer.Sources)}"));
        return network;
    }
}
