using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Plans training: planes of cells of 16 numbers. Every activation lives until the backward pass; gradients share space.
/// Offsets count cells while planning and become floats in the constants.
/// </summary>
internal sealed class TrainingPlanner
{
    private const string Groups = "Groups", GroupFloats = "GroupFloats", Team = "worker";
    private readonly Fusion fusion;
    private readonly Unroll unroll;
    private readonly LaneMemory memory;
    private readonly GradientMemory gradients;
    private readonly long groupCells;
    private readonly List<Constant> constants = [];
    private readonly List<WindowConstant> windows = [];
    private readonly List<Step> forward = [], backward = [], toInput = [], linear = [];
    private readonly Dictionary<PlanNode, int> indices;

    private TrainingPlanner(ShapedNetwork network)
    {
        fusion = Fusion.Of(network, training: true);
        unroll = network.Model.Unroll;
        Form = TrainingFormChoice.Of(fusion);
        memory = new LaneMemory(fusion, Form);
        gradients = new GradientMemory(fusion, Form, memory.Cells);
        indices = fusion.Nodes.Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index);
        long linearCells = fusion.Layers.Where(layer => layer.LinearNode >= 0).Select(layer => memory.CellsOf(layer.Value)).DefaultIfEmpty(0).Max();
        groupCells = memory.Cells + Math.Max(gradients.Cells, linearCells);
    }

    /// <summary>How far training kernels are written out.</summary>
    public Unroll Rolled => unroll == Unroll.Tile ? Unroll.Tile : Unroll.Window;

    /// <summary>What the numbers of a cell are.</summary>
    public TrainingForm Form { get; }

    /// <summary>What the choice of kernels depends on besides shapes.</summary>
    public PlanOptions Options => fusion.Options;

    public static TrainingProgram Plan(ShapedNetwork network) => new TrainingPlanner(network).Run(network);

    /// <summary>The value in the shape in which it stands.</summary>
    public PlanValue Value(int value) => fusion.Values[value];

    public LaneView View(int value) => memory.View(value);

    /// <summary>Planes of cells that a value takes.</summary>
    public int Planes(int value) => Form.Planes(fusion.Values[value].Shape.Channels);

    /// <summary>An input as an argument.</summary>
    public string X(PlanNode node, int slot = 0) => "a + " + fusion.Values[node.Inputs[slot]].Constant;

    /// <summary>The output as an argument.</summary>
    public string Y(PlanNode node) => "a + " + fusion.Values[node.Output].Constant;

    /// <summary>The output's gradient as an argument.</summary>
    public string Dy(PlanNode node) => "a + " + fusion.Values[node.Output].GradientConstant;

    /// <summary>Whether an input of a concatenation was written where it belongs.</summary>
    public bool InPlace(PlanNode concatenation, int slot) => memory.InPlace(concatenation, slot);

    /// <summary>Names the memory that an operation keeps beside its output, or needs while its backward pass runs.</summary>
    public string Named(PlanNode node, string suffix, bool kept, string comment)
    {
        string name = $"{node.Stem}_{suffix}";
        if (!constants.Any(constant => constant.Name == name))
        {
            int index = indices[node];
            constants.Add(new Constant(name, (kept ? memory.Kept(index) : gradients.Scratch(index)) * Level.CellFloats, comment));
        }

        return "a + " + name;
    }

    /// <summary>Names a convolution's sizes and distances for the kernels that layers of all sizes share.</summary>
    public string Named(BlockWindow window)
    {
        var constant = new WindowConstant(window.Name, window.Literal);
        if (!windows.Contains(constant))
        {
            windows.Add(constant);
        }

        return constant.Name;
    }

    /// <summary>The place of a node among all, which seeds what it draws.</summary>
    public int IndexOf(PlanNode node) => indices[node];

    public void AddForward(Step step) => forward.Add(step);

    public void AddBackward(Step step) => backward.Add(step);

    /// <summary>A call of a kernel, the arguments that all of them end with appended.</summary>
    public static Step Call(PlanNode node, Kernel kernel, string method, bool barrier, params string[] arguments) =>
        Step.Of(node.Name, kernel, method, barrier, [.. arguments, Groups, GroupFloats, Team]);

    /// <summary>Multiplies the gradient with a derivative that its kernel left out.</summary>
    public void AddDerivative(PlanNode node, GradientTarget target)
    {
        if (target.Derivative is { } activation)
        {
            AddDerivative(target.Steps, node, target.Value, activation, target.Pointer, target.Pointer);
        }
    }

    private TrainingProgram Run(ShapedNetwork network)
    {
        for (int value = 0; value < fusion.Values.Count; value++)
        {
            constants.Add(new Constant(fusion.Values[value].Constant, memory.First(value) * Level.CellFloats, memory.Describe(value)));
        }

        for (int value = 0; value < fusion.Values.Count; value++)
        {
            if (gradients.Has(value))
            {
                string remark = gradients.IsShared(value) ? $", part of {fusion.Values[fusion.Nodes[gradients.Contributors(value).First().Node].Output].GradientConstant}" : "";
                constants.Add(new Constant(fusion.Values[value].GradientConstant, gradients.First(value) * Level.CellFloats, $"gradient, {fusion.Values[value].Shape}{remark}"));
            }
        }

        foreach (PlanNode node in fusion.Nodes)
        {
            Lowering.Of(node.Operation).Forward(this, node);
        }

        for (int index = fusion.Nodes.Count - 1; index >= 0; index--)
        {
            if (gradients.Has(fusion.Nodes[index].Output))
            {
                AddBackward(fusion.Nodes[index], index);
            }
        }

        var places = fusion.Layers.Select(Place).ToEquatableArray();
        return new TrainingProgram(
            constants.ToEquatableArray(), forward.ToEquatableArray(), backward.ToEquatableArray(), toInput.ToEquatableArray(),
            linear.ToEquatableArray(), places, memory.Layout(0), memory.Layout(fusion.Output), GradientLayout(fusion.Output), GradientLayout(0),
            network.Heads.Select((head, i) => new HeadPlace(head.Name, head.LossWeight, memory.Layout(fusion.Heads[i]), GradientLayout(fusion.Heads[i]))).ToEquatableArray(),
            groupCells * Level.CellFloats,
            Steps.Select(step => step.ScratchFloats).DefaultIfEmpty(0).Max())
        {
            Form = Form,
            Windows = windows.ToEquatableArray(),
            PackedFloats = Steps.Select(step => step.PackedFloats).DefaultIfEmpty(0).Max(),
            Buffers = memory.Buffers.Concat(gradients.Buffers).ToEquatableArray(),
            Times = TimesOf([.. fusion.Nodes.Select(node => node.Name)]).ToEquatableArray(),
        };
    }

    private IEnumerable<Step> Steps => forward.Concat(backward).Concat(toInput);

    private static IEnumerable<string> TimesOf(string[] nodes) => nodes
        .Prepend("input")
        .Append("loss")
        .Concat(Enumerable.Reverse(nodes).Select(node => $"{node} backward"))
        .Append("input backward");

    private ActivationPlace Place(LayerValue layer)
    {
        if (layer.LinearNode < 0)
        {
            return new ActivationPlace(layer.Name, memory.Layout(layer.Value), -1);
        }

        PlanNode node = fusion.Nodes[layer.LinearNode];
        long shift = memory.Cells - memory.Start(layer.Value);
        constants.Add(new Constant(node.Stem + "_z", (memory.First(layer.Value) + shift) * Level.CellFloats, $"{fusion.Values[layer.Value].Shape} before the activation, on request; shares memory with the gradients"));
        linear.Add(Lowering.Of(node.Operation).ForwardStep(this, node, "a + " + node.Stem + "_z", activate: false));
        return new ActivationPlace(layer.Name, memory.Layout(layer.Value) with { Constant = node.Stem + "_z" }, linear.Count - 1);
    }

    private ValueLayout GradientLayout(int value)
    {
        PlanValue plan = fusion.Values[value];
        return new ValueLayout(plan.GradientConstant, plan.Height, plan.Shape.Width, plan.Shape.Channels, plan.Shape.Width, plan.Height * plan.Shape.Width);
    }

    private void AddBackward(PlanNode node, int index)
    {
        if (node.Fused is not null && !gradients.Contributors(node.Output).Any())
        {
            AddDerivative(backward, node, node.Output, node.Fused, Dy(node), Dy(node));
        }

        Lowering lowering = Lowering.Of(node.Operation);
        lowering.ParameterGradients(this, node);
        for (int slot = 0; slot < node.Inputs.Count; slot++)
        {
            if (lowering.Flow == GradientFlow.Kernel)
            {
                lowering.InputGradient(this, node, Target(node, index, slot));
            }
        }

        foreach (int value in node.Inputs.Distinct().Where(value => gradients.Contributors(value).First().Node == index))
        {
            Complete(node, value);
        }
    }

    private GradientTarget Target(PlanNode node, int index, int slot)
    {
        int value = node.Inputs[slot];
        string name = fusion.Values[value].GradientConstant;
        if (gradients.Partial(index, slot) is { } cells)
        {
            constants.Add(new Constant(PartialName(node, slot), cells * Level.CellFloats, $"gradient, {fusion.Values[value].Shape}, summed into {name}"));
            name = PartialName(node, slot);
        }

        return new GradientTarget(StepsOf(value), "a + " + name, value, gradients.IsSum(value) ? null : fusion.Values[value].Activation);
    }

    private static string PartialName(PlanNode node, int slot) => $"{node.Stem}_dx{slot}";

    // Sums what several readers wrote, and applies the derivative that none of them could.
    private void Complete(PlanNode node, int value)
    {
        (int Node, int Slot)[] contributors = [.. gradients.Contributors(value)];
        PlanValue plan = fusion.Values[value];
        string own = "a + " + plan.GradientConstant;
        if (!gradients.IsSum(value))
        {
            bool kernel = Lowering.Of(fusion.Nodes[contributors[0].Node].Operation).Flow == GradientFlow.Kernel;
            if (!kernel && plan.Activation is not null)
            {
                AddDerivative(StepsOf(value), node, value, plan.Activation, Source(contributors[0].Node, contributors[0].Slot), own);
            }

            return;
        }

        string[] sources = [.. contributors.Select(reader => Source(reader.Node, reader.Slot)).Prepend(fusion.Leaves(value) ? own : "").Where(source => source.Length > 0)];
        var sum = new LaneGradientSum(sources.Length, plan.Activation, plan.Height, plan.Shape.Width, Planes(value), plan.Activation is null ? default : View(value));
        string[] values = plan.Activation is null ? [] : ["a + " + plan.Constant];
        StepsOf(value).Add(Call(node, sum, "Run", true, [.. values, .. sources, own]));
    }

    /// <summary>Where a reader's contribution to the gradient of what it reads stands.</summary>
    private string Source(int index, int slot)
    {
        PlanNode node = fusion.Nodes[index];
        if (Lowering.Of(node.Operation).Flow == GradientFlow.Kernel)
        {
            return "a + " + (gradients.Partial(index, slot) is null ? fusion.Values[node.Inputs[slot]].GradientConstant : PartialName(node, slot));
        }

        long offset = Lowering.Of(node.Operation).Flow == GradientFlow.Slice ? gradients.SliceOffset(node, slot) * Level.CellFloats : 0;
        return Text.At(Dy(node), offset);
    }

    private List<Step> StepsOf(int value) => value == 0 ? toInput : backward;

    private void AddDerivative(List<Step> steps, PlanNode node, int value, ActivationSpec activation, string from, string to)
    {
        PlanValue plan = fusion.Values[value];
        var kernel = new LaneActivation(activation, plan.Height, plan.Shape.Width, Planes(value), Words.Plain(plan.Height, plan.Shape.Width), View(value));
        steps.Add(Call(node, kernel, "Backward", true, "a + " + plan.Constant, from, to));
    }
}
