using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Plans the inference of one sample: channels last, buffers reused as soon as nobody reads them any more.</summary>
internal sealed class InferencePlanner
{
    private readonly Fusion fusion;
    private readonly Unroll unroll;
    private readonly Halo[] halos;
    private readonly long[] starts;
    private readonly bool[] shared;
    private readonly List<Constant> packed = [];
    private readonly List<Step> packSteps = [];
    private readonly List<Step> steps = [];
    private readonly long arenaFloats;
    private long packedFloats;

    private InferencePlanner(ShapedNetwork network)
    {
        fusion = Fusion.Of(network, training: false);
        unroll = network.Model.Unroll;
        halos = [.. Enumerable.Range(0, fusion.Values.Count).Select(fusion.HaloOf)];
        Lifetime[] lifetimes = [.. fusion.Values.Select((value, index) => new Lifetime(Floats(value, halos[index]), Born(index), Dies(index)))];
        (starts, arenaFloats) = MemoryPlan.Place(lifetimes, Level.CellFloats);
        shared = [.. starts.Select((start, i) => starts.Where((other, j) => i != j && start < other + lifetimes[j].Size && other < start + lifetimes[i].Size).Any())];
    }

    public static InferenceProgram Plan(ShapedNetwork network) => new InferencePlanner(network).Run();

    private static long Floats(PlanValue value, Halo halo) =>
        (long)(value.Height + halo.Top + halo.Bottom) * (value.Shape.Width + halo.Left + halo.Right) * value.Shape.Channels;

    private InferenceProgram Run()
    {
        foreach (PlanNode node in fusion.Nodes)
        {
            ClearBorder(node.Output, node.Name);
            Add(node);
        }

        if (shared[0] && !halos[0].IsEmpty)
        {
            steps.Insert(0, BorderStep(0, "input"));
        }

        return new InferenceProgram(
            fusion.Values.Select((value, index) => new Constant(value.Constant, First(index), $"{value.Shape}{HaloWords(halos[index])}")).ToEquatableArray(),
            packed.ToEquatableArray(),
            packSteps.ToEquatableArray(),
            steps.ToEquatableArray(),
            Layout(0),
            fusion.Values[fusion.Output].Constant,
            arenaFloats,
            packedFloats);
    }

    private int Born(int value)
    {
        int producer = fusion.Nodes.ToList().FindIndex(node => node.Output == value);
        return producer;
    }

    private int Dies(int value) => value == fusion.Output
        ? fusion.Nodes.Count
        : fusion.Nodes.Select((node, index) => node.Input == value ? index : -1).DefaultIfEmpty(-1).Max();

    private int Row(int value) => fusion.Values[value].Shape.Width + halos[value].Left + halos[value].Right;

    private long First(int value) => starts[value] + ((((long)halos[value].Top * Row(value)) + halos[value].Left) * fusion.Values[value].Shape.Channels);

    private ValueLayout Layout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.Constant, plan.Height, plan.Shape.Width, plan.Shape.Channels, Row(value), 0);
    }

    internal static string HaloWords(Halo halo) => halo.IsEmpty ? ""
        : halo.Top == halo.Bottom && halo.Left == halo.Right && halo.Top == halo.Left ? $", {halo.Top} of zeros around"
        : $", zeros above {halo.Top}, below {halo.Bottom}, left {halo.Left}, right {halo.Right}";

    private void ClearBorder(int value, string layer)
    {
        if (shared[value] && !halos[value].IsEmpty)
        {
            steps.Add(BorderStep(value, layer));
        }
    }

    private Step BorderStep(int value, string layer)
    {
        PlanValue plan = fusion.Values[value];
        Halo halo = halos[value];
        int channels = plan.Shape.Channels;
        string call = $"if (worker.Index == 0) Border.Clear(a + {plan.Constant}, {plan.Height}, {Text.Literal(plan.Shape.Width * channels)}, {Text.Literal(Row(value) * channels)}, {halo.Top}, {halo.Bottom}, {Text.Literal(halo.Left * channels)});";
        return new Step(layer, call, null, false);
    }

    private void Add(PlanNode node)
    {
        PlanValue input = fusion.Values[node.Input];
        string x = "a + " + input.Constant, y = "a + " + fusion.Values[node.Output].Constant;
        int xRow = Row(node.Input), yRow = Row(node.Output), channels = input.Shape.Channels;
        switch (node.Operation)
        {
            case Convolution convolution:
                AddConvolution(node, convolution, x, y, xRow, yRow);
                break;
            case FullyConnected dense:
                AddStep(node, FullUnroll.Limit(new CellDense((int)dense.Input.Length, dense.Output.Channels, dense.Bias, node.Fused, unroll)),
                    x, $"w + {node.Stem}_weight", Bias(node, dense.Bias), y, "worker");
                break;
            case Pooling pool:
                AddStep(node, FullUnroll.Limit(new CellPool(pool.Maximum, pool.Height, pool.Width, channels, xRow, yRow, unroll)), x, y, "worker");
                break;
            case GlobalPooling pool:
                AddStep(node, new CellGlobalPool(pool.Maximum, input.Height, input.Shape.Width, channels, xRow), x, y, "worker");
                break;
            case Activation activation:
                AddStep(node, new CellActivation(ActivationSpec.Of(activation), input.Height, input.Shape.Width * channels, xRow * channels, yRow * channels), x, y, "worker");
                break;
            case SoftmaxFunction softmax:
                AddStep(node, softmax.Input.Rank == 0
                    ? new CellSoftmax(softmax.Logarithm, 1, 1, (int)softmax.Input.Length, 1, 1)
                    : new CellSoftmax(softmax.Logarithm, input.Height, input.Shape.Width, channels, xRow, yRow), x, y, "worker");
                break;
            default:
                throw new InvalidOperationException($"No inference kernel for {node.Operation.GetType().Name}");
        }
    }

    private void AddConvolution(PlanNode node, Convolution convolution, string x, string y, int xRow, int yRow)
    {
        CellConv kernel = FullUnroll.Limit(new CellConv(ConvGeometry.Of(convolution), xRow, yRow, convolution.Bias, node.Fused, unroll));
        packed.Add(new Constant(node.Stem + "_packed", packedFloats, $"{kernel.Geometry}"));
        packSteps.Add(Step.Of(node.Name, kernel, "Pack", false, $"w + {node.Stem}_weight", $"packed + {node.Stem}_packed"));
        packedFloats = MemoryPlan.RoundUp(packedFloats + kernel.PackedFloats, Level.CellFloats);
        AddStep(node, kernel, x, $"packed + {node.Stem}_packed", Bias(node, convolution.Bias), y, "worker");
    }

    private static string Bias(PlanNode node, bool bias) => bias ? $"w + {node.Stem}_bias" : "null";

    private void AddStep(PlanNode node, Kernel kernel, params string[] arguments) =>
        steps.Add(Step.Of(node.Name, kernel, "Run", true, arguments));
}
