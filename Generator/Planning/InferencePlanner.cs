using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>Plans the inference of one sample: channels last, buffers reused as soon as nobody reads them any more.</summary>
internal sealed class InferencePlanner
{
    private readonly Fusion fusion;
    private readonly CellMemory memory;
    private readonly List<Constant> packed = [];
    private readonly List<Step> packSteps = [];
    private readonly List<Step> steps = [];
    private long packedFloats;

    private InferencePlanner(ShapedNetwork network)
    {
        fusion = Fusion.Of(network, training: false);
        memory = new CellMemory(fusion);
    }

    /// <summary>How much the network wants written out.</summary>
    public Unroll Unroll => Options.Unroll;

    /// <summary>What the choice of kernels depends on besides shapes.</summary>
    public PlanOptions Options => fusion.Options;

    public static InferenceProgram Plan(ShapedNetwork network) => new InferencePlanner(network).Run();

    /// <summary>The value in the shape in which it stands.</summary>
    public PlanValue Value(int value) => fusion.Values[value];

    /// <summary>How a value's cells stand.</summary>
    public CellView View(int value) => memory.View(value);

    /// <summary>An input as an argument.</summary>
    public string X(PlanNode node, int slot = 0) =>
        node.Inputs[slot] == 0 && memory.InputStays ? "input" : "a + " + fusion.Values[node.Inputs[slot]].Constant;

    /// <summary>The output as an argument.</summary>
    public string Y(PlanNode node) => node.Output == fusion.Output && memory.OutputLeaves ? "output" : "a + " + fusion.Values[node.Output].Constant;

    /// <summary>Whether an input of a concatenation was written where it belongs.</summary>
    public bool InPlace(PlanNode concatenation, int slot) => memory.InPlace(concatenation, slot);

    /// <summary>Adds a kernel's run.</summary>
    public void AddStep(PlanNode node, Kernel kernel, params string[] arguments) => steps.Add(Step.Of(node.Name, kernel, "Run", true, arguments));

    /// <summary>Makes room in the packed weights and returns the name of the offset.</summary>
    public string AddPacked(string name, long floats, string comment)
    {
        packed.Add(new Constant(name, packedFloats, comment));
        packedFloats = MemoryPlan.RoundUp(packedFloats + floats, Level.CellFloats);
        return name;
    }

    /// <summary>Adds a call that fills packed weights.</summary>
    public void AddPackStep(Step step) => packSteps.Add(step);

    private InferenceProgram Run()
    {
        var begun = new HashSet<int> { 0 };
        if (memory.NeedsClearing(0))
        {
            steps.Add(BorderStep(0, "input"));
        }

        foreach (PlanNode node in fusion.Nodes)
        {
            int home = memory.Home(node.Output);
            if (begun.Add(home) && memory.NeedsClearing(home))
            {
                steps.Add(BorderStep(home, node.Name));
            }

            Lowering.Of(node.Operation).Infer(this, node);
        }

        return new InferenceProgram(
            fusion.Values.Select((value, index) => new Constant(value.Constant, memory.First(index), memory.Describe(index))).ToEquatableArray(),
            packed.ToEquatableArray(),
            packSteps.ToEquatableArray(),
            steps.ToEquatableArray(),
            memory.Layout(0),
            memory.InputStays,
            memory.OutputLeaves,
            fusion.Values[fusion.Output].Constant,
            memory.ArenaFloats,
            packedFloats,
            steps.Select(step => (long)(step.Kernel?.ScratchFloats ?? 0)).DefaultIfEmpty(0).Max())
        {
            Buffers = memory.Buffers.ToEquatableArray(),
            Group = GroupPlanner.Plan(fusion, memory.InputStays),
            Times = fusion.Nodes.Select(node => node.Name).Prepend("input").ToEquatableArray(),
        };
    }

    private Step BorderStep(int value, string layer)
    {
        PlanValue plan = fusion.Values[value];
        Halo halo = memory.HaloOf(value);
        (int row, int channels) = (memory.View(value).RowPitch, plan.Shape.Channels);
        string call = $"if (worker.Index == 0) Border.Clear(a + {plan.Constant}, {plan.Height}, {Text.Literal(plan.Shape.Width * channels)}, {Text.Literal(row * channels)}, {halo.Top}, {halo.Bottom}, {Text.Literal(halo.Left * channels)});";
        return new Step(layer, call, null, false);
    }
}
