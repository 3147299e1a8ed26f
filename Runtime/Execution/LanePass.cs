using static System.FormattableString;

namespace NetDsl.Runtime;

/// <summary>
/// What a training pass needs beside the generated kernels and the memory of its groups: checks, the loss, and the team. Every
/// kernel splits its work by outputs, never by partial sums, so the bits do not depend on the threads.
/// </summary>
public abstract unsafe partial class LanePass : TrainingPass, ITeamwork
{
    private readonly PassPlan plan;
    private readonly InferenceEngine engine;
    private readonly int threads;
    private readonly GroupMemory memory;
    private readonly PinnedBlock scratches;
    private readonly PinnedBlock packed;
    private readonly PinnedBlock output;
    private readonly PinnedBlock outputGradient;
    private readonly HeadBuffers[] heads;
    private readonly float[] inputGradient;
    private readonly float[][] activations;
    private float* source;
    private Phase phase;
    private int linear;
    private bool backwardDone;
    private bool inputGradientReady;
    private bool disposed;

    /// <summary>For generated code.</summary>
    protected LanePass(PassPlan plan, InferenceEngine engine, int batch, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        this.engine = engine;
        this.threads = threads == 0 ? Environment.ProcessorCount : threads;
        Batch = batch;
        engine.Passes.Open(plan.Network);
        try
        {
            memory = new GroupMemory(plan, batch);
            scratches = new PinnedBlock(checked(plan.ScratchFloats * this.threads));
            packed = new PinnedBlock(plan.PackedFloats);
            output = new PinnedBlock(batch * plan.Output.Length);
            outputGradient = new PinnedBlock(batch * plan.Output.Length);
            heads = [.. plan.Heads.Select(head => new HeadBuffers(head, batch))];
            inputGradient = new float[batch * plan.Input.Length];
            activations = new float[plan.Activations.Length][];
        }
        catch
        {
            engine.Passes.Close();
            throw;
        }

        Weights = engine.Store.ValuePointer;
        Gradients = engine.Store.GradientPointer;
    }

    private enum Phase
    {
        Forward,
        Backward,
        InputGradient,
        Linear,
    }

    /// <inheritdoc/>
    public override int Batch { get; }

    /// <inheritdoc/>
    public override RandomState RandomState
    {
        get => new(engine.Seed, Step);
        set => (engine.Seed, Step) = (value.Seed, value.Step);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Logits => output.Span[..(Samples * plan.Output.Length)];

    /// <inheritdoc/>
    public override ReadOnlySpan<float> InputGradient
    {
        get
        {
            if (!inputGradientReady)
            {
                Require(backwardDone, "InputGradient needs a backward pass first");
                RunTeam(Phase.InputGradient);
                fixed (float* destination = inputGradient)
                {
                    memory.Unload(plan.InputGradient, destination);
                }

                inputGradientReady = true;
            }

            return inputGradient.AsSpan(0, Samples * plan.Input.Length);
        }
    }

    /// <summary>The groups' memory.</summary>
    protected float* Arena => memory.Pointer;

    /// <summary>
    /// A thread's own memory, for what kernels keep to themselves. It is at the same place for all kernels, so that a thread may begin
    /// the next one while others are still at this one.
    /// </summary>
    protected float* Scratch(Worker worker) => scratches.Pointer + ((nint)worker.Index * plan.ScratchFloats);

    /// <summary>Memory that the team shares, for a kernel's weights in the order in which it reads them.</summary>
    protected float* Packed => packed.Pointer;

    /// <summary>All parameters.</summary>
    protected float* Weights { get; }

    /// <summary>All gradients, at the same offsets.</summary>
    protected float* Gradients { get; }

    /// <summary>Groups of samples that the current batch fills, the last one perhaps in part.</summary>
    protected int Groups => memory.Groups;

    /// <summary>Samples of the current batch.</summary>
    protected int Samples => memory.Samples;

    /// <summary>Forward passes so far, this one included.</summary>
    protected int Step { get; private set; }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Forward(ReadOnlySpan<float> input)
    {
        Require(!disposed, "This training pass is disposed; create another");
        int count = input.Length / plan.Input.Length;
        if (count * plan.Input.Length != input.Length)
        {
            throw new ArgumentException(
                Invariant($"Input has {input.Length:N0} values; {plan.Network} expects a multiple of {plan.Input.Length:N0} ({plan.InputShape})"), nameof(input));
        }

        if (count < 1 || count > Batch)
        {
            throw new ArgumentException(Invariant($"Input has {count:N0} samples; this pass takes 1 to {Batch:N0}"), nameof(input));
        }

        memory.Samples = count;
        Step++;
        inputGradientReady = false;
        backwardDone = false;
        engine.Parameters.HoldFrozenStatistics();
        fixed (float* pinned = input)
        {
            source = pinned;
            RunTeam(Phase.Forward);
        }

        if (plan.UpdatesStatistics)
        {
            engine.Parameters.PutFrozenStatisticsBack();
            engine.Store.Touch();
        }

        memory.Unload(plan.Output, output.Pointer);
        return Logits;
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<float> gradient)
    {
        Require(Samples > 0, "Backward needs a forward pass first");
        RequireLength(gradient.Length, Samples * plan.Output.Length, "Output gradient", nameof(gradient));
        gradient.CopyTo(outputGradient.Span);
        foreach (HeadBuffers head in heads)
        {
            head.Gradient(Samples).Clear();
        }

        RunBackward();
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Activation(string layer)
    {
        Require(Samples > 0, "Activation needs a forward pass first");
        int index = Array.FindIndex(plan.Activations, activation => activation.Name == layer);
        if (index < 0)
        {
            throw new ArgumentException(
                Invariant($"{plan.Network} has no layer '{layer}'; it has {string.Join(", ", plan.Activations.Select(activation => activation.Name))}"), nameof(layer));
        }

        if (plan.Activations[index].Linear >= 0)
        {
            Recompute(plan.Activations[index].Linear);
        }

        CellLayout layout = plan.Activations[index].Layout;
        float[] values = activations[index] ??= new float[Batch * layout.Length];
        fixed (float* destination = values)
        {
            memory.Unload(layout, destination);
        }

        return values.AsSpan(0, Samples * layout.Length);
    }

    void ITeamwork.Run(Worker worker)
    {
        switch (phase)
        {
            case Phase.Forward:
                memory.Load(source, plan.Input, worker);
                worker.Barrier();
                Forward(worker);
                break;
            case Phase.Linear:
                Linear(linear, worker);
                break;
            case Phase.Backward:
                memory.Load(outputGradient.Pointer, plan.OutputGradient, worker);
                foreach (HeadBuffers head in heads)
                {
                    fixed (float* gradient = head.Gradient(Samples))
                    {
                        memory.Load(gradient, head.Plan.Gradient, worker);
                    }
                }

                worker.Barrier();
                Backward(worker);
                break;
            default:
                BackwardToInput(worker);
                break;
        }
    }

    /// <summary>All layers forward; every member of the team runs it.</summary>
    protected abstract void Forward(Worker worker);

    /// <summary>All parameter gradients, last layer first; every member of the team runs it.</summary>
    protected abstract void Backward(Worker worker);

    /// <summary>The first layer's input gradient, which only some callers want.</summary>
    protected abstract void BackwardToInput(Worker worker);

    /// <summary>A layer's own output where only the activation behind it is kept; it goes where gradients stand.</summary>
    protected abstract void Linear(int layer, Worker worker);

    /// <summary>The key of a dropout layer's mask in this step.</summary>
    protected ulong DropoutKey(int layer) => CounterRandom.Key((ulong)engine.Seed, (ulong)layer, (ulong)Step);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposed)
        {
            disposed = true;
            engine.Passes.Close();
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    private void RequireLength(int given, int expected, string what, string argument)
    {
        if (given != expected)
        {
            throw new ArgumentException(Invariant($"{what} has {given:N0} values; {plan.Network} expects {expected:N0} for this batch"), argument);
        }
    }

    private void RunBackward()
    {
        inputGradientReady = false;
        RunTeam(Phase.Backward);
        engine.Store.ClearUnconnectedGradients();
        backwardDone = true;
    }

    private void RunTeam(Phase next)
    {
        Require(!disposed, "This training pass is disposed; create another");
        phase = next;
        WorkerTeam.Run(threads, this);
    }

    private void Recompute(int layer)
    {
        if (backwardDone)
        {
            _ = InputGradient;
        }

        linear = layer;
        RunTeam(Phase.Linear);
    }
}
