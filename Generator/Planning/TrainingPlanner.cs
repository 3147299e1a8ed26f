using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Plans training: planes of cells of 16 samples. Every activation lives until the backward pass; gradients share space.
/// Offsets count cells while planning and become floats in the constants.
/// </summary>
internal sealed class TrainingPlanner
{
    private const string Tail1 = "Groups", Tail2 = "GroupFloats", Tail3 = "worker";
    private readonly Fusion fusion;
    private readonly Unroll unroll;
    private readonly Halo[] halos;
    private readonly long[] starts;
    private readonly long[] gradientStarts;
    private readonly Dictionary<int, long> rowStarts = [];
    private readonly long linearStart;
    private readonly long groupCells;
    private readonly List<Constant> constants = [];
    private readonly List<Step> forward = [], backward = [], toInput = [], linear = [];

    private TrainingPlanner(ShapedNetwork network)
    {
        fusion = Fusion.Of(network, training: true);
        unroll = network.Model.Unroll;
        halos = [.. Enumerable.Range(0, fusion.Values.Count).Select(fusion.HaloOf)];
        starts = new long[fusion.Values.Count];
        long cells = 0;
        for (int value = 0; value < starts.Length; value++)
        {
            starts[value] = cells;
            cells += Cells(value);
        }

        linearStart = cells;
        (gradientStarts, long gradientCells) = PlaceGradients(cells);
        long linearCells = fusion.Layers.Where(layer => layer.LinearNode >= 0).Select(layer => Cells(layer.Value)).DefaultIfEmpty(0).Max();
        groupCells = cells + Math.Max(gradientCells, linearCells);
    }

    public static TrainingProgram Plan(ShapedNetwork network) => new TrainingPlanner(network).Run();

    private TrainingProgram Run()
    {
        for (int value = 0; value < fusion.Values.Count; value++)
        {
            PlanValue plan = fusion.Values[value];
            constants.Add(new Constant(plan.Constant, First(value) * Level.CellFloats, $"{plan.Shape}{InferencePlanner.HaloWords(halos[value])}"));
        }

        for (int value = 0; value < fusion.Values.Count; value++)
        {
            PlanValue plan = fusion.Values[value];
            constants.Add(new Constant(plan.GradientConstant, gradientStarts[value] * Level.CellFloats, $"gradient, {plan.Shape}"));
        }

        foreach (PlanNode node in fusion.Nodes)
        {
            AddForward(node);
        }

        AddBackward();
        var places = fusion.Layers.Select(Place).ToEquatableArray();
        return new TrainingProgram(
            constants.ToEquatableArray(), forward.ToEquatableArray(), backward.ToEquatableArray(), toInput.ToEquatableArray(),
            linear.ToEquatableArray(), places, Layout(0), Layout(fusion.Output), GradientLayout(fusion.Output), GradientLayout(0),
            groupCells * Level.CellFloats);
    }

    private ActivationPlace Place(LayerValue layer)
    {
        if (layer.LinearNode < 0)
        {
            return new ActivationPlace(layer.Name, Layout(layer.Value), -1);
        }

        PlanNode node = fusion.Nodes[layer.LinearNode];
        long shift = linearStart - starts[layer.Value];
        constants.Add(new Constant(node.Stem + "_z", (First(layer.Value) + shift) * Level.CellFloats, $"{fusion.Values[layer.Value].Shape} before the activation, on request; shares memory with the gradients"));
        linear.Add(ForwardStep(node, "a + " + node.Stem + "_z", activate: false));
        return new ActivationPlace(layer.Name, Layout(layer.Value) with { Constant = node.Stem + "_z" }, linear.Count - 1);
    }

    // A gradient lives from the node that reads the value to the node that made it, in the order of the backward pass.
    private (long[] Offsets, long Size) PlaceGradients(long start)
    {
        int count = fusion.Nodes.Count;
        var lifetimes = new List<Lifetime>();
        for (int value = 0; value < fusion.Values.Count; value++)
        {
            PlanValue plan = fusion.Values[value];
            int producer = fusion.Nodes.ToList().FindIndex(node => node.Output == value);
            int reader = value == fusion.Output ? count : fusion.Nodes.Select((node, index) => node.Input == value ? index : -1).Max();
            lifetimes.Add(new Lifetime(plan.Shape.Length, count - reader, count - producer));
        }

        var dense = fusion.Nodes.Select((node, index) => (node, index)).Where(n => n.node.Operation is FullyConnected).ToArray();
        foreach ((PlanNode node, int index) in dense)
        {
            lifetimes.Add(new Lifetime(MemoryPlan.RoundUp(node.Operation.Output.Channels, Level.CellFloats), count - index, count - index));
        }

        (long[] offsets, long size) = MemoryPlan.Place(lifetimes, 1);
        for (int i = 0; i < dense.Length; i++)
        {
            rowStarts[dense[i].index] = start + offsets[fusion.Values.Count + i];
        }

        return ([.. offsets.Take(fusion.Values.Count).Select(offset => start + offset)], size);
    }

    private int RowPitch(int value) => fusion.Values[value].Shape.Width + halos[value].Left + halos[value].Right;

    private int PlanePitch(int value) => (fusion.Values[value].Height + halos[value].Top + halos[value].Bottom) * RowPitch(value);

    private long Cells(int value) => (long)PlanePitch(value) * fusion.Values[value].Shape.Channels;

    private long First(int value) => starts[value] + ((long)halos[value].Top * RowPitch(value)) + halos[value].Left;

    private LaneView View(int value) => new(RowPitch(value), PlanePitch(value));

    private ValueLayout Layout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.Constant, plan.Height, plan.Shape.Width, plan.Shape.Channels, RowPitch(value), PlanePitch(value));
    }

    private ValueLayout GradientLayout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.GradientConstant, plan.Height, plan.Shape.Width, plan.Shape.Channels, plan.Shape.Width, plan.Height * plan.Shape.Width);
    }

    private Kernel KernelOf(PlanNode node)
    {
        PlanValue input = fusion.Values[node.Input];
        LaneView x = View(node.Input), y = View(node.Output);
        int height = input.Height, width = input.Shape.Width, channels = input.Shape.Channels;
        return node.Operation switch
        {
            Convolution convolution => new LaneConvForward(ConvGeometry.Of(convolution), x, y, convolution.Bias, node.Fused, Rolled),
            FullyConnected dense => new LaneDense(height * width, channels, dense.Output.Channels, dense.Bias, node.Fused, input.Activation),
            Pooling pool => new LanePool(pool.Maximum, pool.Height, pool.Width, channels, x, y, input.Activation),
            GlobalPooling pool => new LaneGlobalPool(pool.Maximum, height, width, channels, x),
            Activation activation => new LaneActivation(ActivationSpec.Of(activation), height, width, channels, x, y),
            SoftmaxFunction softmax when softmax.Input.Rank == 0 => new LaneSoftmax(softmax.Logarithm, 1, 1, (int)softmax.Input.Length, new LaneView(1, 1), new LaneView(1, 1)),
            SoftmaxFunction softmax => new LaneSoftmax(softmax.Logarithm, height, width, channels, x, y),
            Dropping dropout => new LaneDropout(dropout.Rate, height, width, channels, x, y),
            _ => throw new InvalidOperationException($"No training kernel for {node.Operation.GetType().Name}"),
        };
    }

    private Unroll Rolled => unroll == Unroll.Tile ? Unroll.Tile : Unroll.Window;

    private string X(PlanNode node) => "a + " + fusion.Values[node.Input].Constant;

    private string Y(PlanNode node) => "a + " + fusion.Values[node.Output].Constant;

    private string Dx(PlanNode node) => "a + " + fusion.Values[node.Input].GradientConstant;

    private string Dy(PlanNode node) => "a + " + fusion.Values[node.Output].GradientConstant;

    private static string Weight(PlanNode node) => $"w + {node.Stem}_weight";

    private void AddForward(PlanNode node) => forward.Add(ForwardStep(node, Y(node), activate: true));

    private Step ForwardStep(PlanNode node, string y, bool activate)
    {
        Kernel kernel = KernelOf(node);
        string[] flag = node.Fused is null ? [] : [activate ? "activate: true" : "activate: false"];
        string Bias(bool has) => has ? $"w + {node.Stem}_bias" : "null";
        return kernel switch
        {
            LaneConvForward conv => Step.Of(node.Name, kernel, "Forward", true, [X(node), Weight(node), Bias(conv.Bias), y, .. flag, Tail1, Tail2, Tail3]),
            LaneDense dense => Step.Of(node.Name, kernel, "Forward", true, [X(node), Weight(node), Bias(dense.Bias), y, .. flag, Tail1, Tail2, Tail3]),
            LaneDropout => Step.Of(node.Name, kernel, "Forward", true, X(node), y, DropoutKey(node), Tail1, Tail2, Tail3),
            _ => Step.Of(node.Name, kernel, "Forward", true, X(node), y, Tail1, Tail2, Tail3),
        };
    }

    private string DropoutKey(PlanNode node) => $"DropoutKey({fusion.Nodes.ToList().IndexOf(node)})";

    private void AddBackward()
    {
        for (int index = fusion.Nodes.Count - 1; index >= 0; index--)
        {
            PlanNode node = fusion.Nodes[index];
            if (node.Fused is not null && node.Output == fusion.Output)
            {
                AddDerivative(backward, node.Name, node.Output);
            }

            AddParameterGradients(node, index);
            AddInputGradient(node.Input == 0 ? toInput : backward, node);
        }
    }

    // Writers of a gradient that cannot apply the derivative of the activation themselves leave it to a step of its own.
    private void AddDerivative(List<Step> steps, string layer, int value)
    {
        PlanValue plan = fusion.Values[value];
        if (plan.Activation is null)
        {
            return;
        }

        LaneView plain = new(plan.Shape.Width, plan.Height * plan.Shape.Width);
        var kernel = new LaneActivation(plan.Activation, plan.Height, plan.Shape.Width, plan.Shape.Channels, plain, View(value));
        string gradient = "a + " + plan.GradientConstant;
        steps.Add(Step.Of(layer, kernel, "Backward", true, "a + " + plan.Constant, gradient, gradient, Tail1, Tail2, Tail3));
    }

    private void AddParameterGradients(PlanNode node, int index)
    {
        string weight = $"g + {node.Stem}_weight", bias = $"g + {node.Stem}_bias";
        switch (node.Operation)
        {
            case Convolution convolution:
                var kernel = new LaneConvWeightGradient(ConvGeometry.Of(convolution), View(node.Input), convolution.Bias);
                backward.Add(Step.Of(node.Name, kernel, "Weights", false, X(node), Dy(node), weight, Tail1, Tail2, Tail3));
                if (convolution.Bias)
                {
                    backward.Add(Step.Of(node.Name, kernel, "Bias", false, Dy(node), bias, Tail1, Tail2, Tail3));
                }

                break;
            case FullyConnected dense:
                string rows = $"a + {node.Stem}_rows";
                constants.Add(new Constant(node.Stem + "_rows", rowStarts[index] * Level.CellFloats, $"{node.Stem}_dy, a row a sample"));
                Kernel matrix = KernelOf(node);
                backward.Add(Step.Of(node.Name, matrix, "Transpose", true, Dy(node), rows, Tail1, Tail2, Tail3));
                string[] targets = dense.Bias ? [weight, bias] : [weight];
                backward.Add(Step.Of(node.Name, matrix, "ParameterGradients", false, [X(node), rows, .. targets, Tail1, Tail2, Tail3]));
                break;
        }
    }

    private void AddInputGradient(List<Step> steps, PlanNode node)
    {
        Kernel kernel = KernelOf(node);
        string[] values = fusion.Values[node.Input].Activation is null ? [] : [X(node)];
        bool derivative = false;
        switch (node.Operation)
        {
            case Convolution convolution:
                var gather = new LaneConvInputGradient(ConvGeometry.Of(convolution), View(node.Input), fusion.Values[node.Input].Activation, Rolled);
                steps.Add(Step.Of(node.Name, gather, "Run", true, [Dy(node), Weight(node), .. values, Dx(node), Tail1, Tail2, Tail3]));
                break;
            case FullyConnected:
                steps.Add(Step.Of(node.Name, kernel, "InputGradient", true, [Dy(node), Weight(node), .. values, Dx(node), Tail1, Tail2, Tail3]));
                break;
            case Pooling:
                IEnumerable<string> pointers = ((LanePool)kernel).BackwardPointers.Select(pointer => pointer switch
                {
                    "x" => X(node),
                    "y" => Y(node),
                    "dy" => Dy(node),
                    _ => Dx(node),
                });
                steps.Add(Step.Of(node.Name, kernel, "Backward", true, [.. pointers, Tail1, Tail2, Tail3]));
                break;
            case GlobalPooling pool:
                string[] sources = pool.Maximum ? [X(node), Y(node)] : [];
                steps.Add(Step.Of(node.Name, kernel, "Backward", true, [.. sources, Dy(node), Dx(node), Tail1, Tail2, Tail3]));
                derivative = true;
                break;
            case Dropping:
                steps.Add(Step.Of(node.Name, kernel, "Backward", true, Dy(node), Dx(node), DropoutKey(node), Tail1, Tail2, Tail3));
                derivative = true;
                break;
            case Activation activation when ActivationSpec.Of(activation).DerivativeFromInput:
                steps.Add(Step.Of(node.Name, kernel, "Backward", true, X(node), Dy(node), Dx(node), Tail1, Tail2, Tail3));
                derivative = true;
                break;
            default:
                steps.Add(Step.Of(node.Name, kernel, "Backward", true, Y(node), Dy(node), Dx(node), Tail1, Tail2, Tail3));
                derivative = true;
                break;
        }

        if (derivative)
        {
            AddDerivative(steps, node.Name, node.Input);
        }
    }
}
