using System.Collections.Concurrent;
using static System.FormattableString;

namespace NetDsl.Runtime;

/// <summary>
/// What prediction needs beside the generated kernels: checks, arenas (one a caller, pooled), packed weights that follow
/// the parameters, and the division of work. Safe for any number of threads as long as nobody changes parameters meanwhile.
/// </summary>
public abstract unsafe partial class InferenceEngine
{
    private readonly InferencePlan plan;
    private readonly ConcurrentStack<Caller> idle = new();
    private readonly PinnedBlock packed;
    private readonly Lock packing = new();
    private int packedVersion;
    private Caller? spare;

    /// <summary>For generated code.</summary>
    protected InferenceEngine(InferencePlan plan, ParameterStore store)
    {
        this.plan = plan;
        Store = store;
        Parameters = new ParameterSet(store);
        packed = new PinnedBlock(plan.PackedFloats);
    }

    /// <summary>How many threads one call may use.</summary>
    public int Threads
    {
        get;
        set => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, Invariant($"Threads is {value}; a network needs at least 1"));
    } = Environment.ProcessorCount;

    /// <summary>The memory of the network's parameters.</summary>
    public ParameterStore Store { get; }

    /// <summary>The network's parameters by name.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Holds the network to one training pass at a time.</summary>
    public PassOwner Passes { get; } = new();

    /// <summary>What the parameters were drawn from, and what dropout draws from.</summary>
    public int Seed { get; internal set; }

    /// <summary>Draws all parameters anew.</summary>
    public void Initialize(int seed)
    {
        Seed = seed;
        Initializers.Fill(Store, seed);
    }

    /// <summary>Computes the outputs of all samples in <paramref name="input"/>.</summary>
    /// <param name="input">Samples one after the other, channels last.</param>
    /// <param name="output">Receives the outputs in the same order.</param>
    /// <param name="probabilities">Whether what the loss would apply is applied.</param>
    public void Predict(ReadOnlySpan<float> input, Span<float> output, bool probabilities)
    {
        int samples = plan.CountSamples(input.Length);
        if (output.Length != (long)samples * plan.OutputLength)
        {
            throw new ArgumentException(
                Invariant($"Output has {output.Length:N0} values; {plan.Network} writes {(long)samples * plan.OutputLength:N0} ({samples:N0} samples x {plan.OutputLength:N0})"),
                nameof(output));
        }

        if (samples == 0)
        {
            return;
        }

        // Outputs would overwrite samples that are still to be read.
        if (input.Overlaps(output))
        {
            input = input.ToArray();
        }

        PackIfStale();
        Caller caller = Rent();
        fixed (float* source = input, destination = output)
        {
            caller.Prepare(source, destination, samples, probabilities);
            int useful = samples > 1 || plan.SplitsOneSample ? Threads : 1;
            WorkerTeam.Run(samples > 1 ? Math.Min(useful, samples) : useful, caller);
        }

        Return(caller);
    }

    /// <summary>Number of samples in an input of that length.</summary>
    public int CountSamples(int length) => plan.CountSamples(length);

    /// <summary>Copies weights into the order in which the kernels read them.</summary>
    protected abstract void Pack(float* weights, float* packed);

    /// <summary>
    /// Computes one sample from the arena's input to its output; every member of the team runs it. All get the same scratch, with
    /// a part for each member.
    /// </summary>
    protected abstract void Forward(float* arena, float* weights, float* packed, float* scratch, float* input, float* output, Worker worker);

    private void PackIfStale()
    {
        if (Volatile.Read(ref packedVersion) == Store.Version)
        {
            return;
        }

        lock (packing)
        {
            int version = Store.Version;
            if (packedVersion != version)
            {
                Pack(Store.ValuePointer, packed.Pointer);
                Volatile.Write(ref packedVersion, version);
            }
        }
    }

    // One slot beside the stack, because pushing to a concurrent stack allocates a node.
    private Caller Rent() => Interlocked.Exchange(ref spare, null) ?? (idle.TryPop(out Caller? caller) ? caller : new Caller(this));

    private void Return(Caller caller)
    {
        if (Interlocked.CompareExchange(ref spare, caller, null) is not null)
        {
            idle.Push(caller);
        }
    }

    /// <summary>One call of Predict at work: its arenas, one for each thread, and what it is to compute.</summary>
    private sealed partial class Caller(InferenceEngine engine) : ITeamwork
    {
        private PinnedBlock?[] arenas = new PinnedBlock?[1];
        private PinnedBlock?[] scratches = new PinnedBlock?[1];
        private float* source;
        private float* destination;
        private int samples;
        private bool probabilities;

        public void Prepare(float* input, float* output, int count, bool applyLoss)
        {
            source = input;
            destination = output;
            samples = count;
            probabilities = applyLoss;
            int members = count > 1 ? Math.Min(engine.Threads, count) : 1;
            if (arenas.Length < members)
            {
                Array.Resize(ref arenas, members);
                Array.Resize(ref scratches, members);
            }

            int sharing = count == 1 && engine.plan.SplitsOneSample ? engine.Threads : 1, floats = checked(engine.plan.ScratchFloats * sharing);
            if (scratches[0] is null || scratches[0]!.Length < floats)
            {
                scratches[0] = new PinnedBlock(floats);
            }

            arenas[0] ??= new PinnedBlock(engine.plan.ArenaFloats);
            PrepareGroup();
        }

        public void Run(Worker worker)
        {
            InferencePlan plan = engine.plan;
            if (samples == 1)
            {
                Load(source, arenas[0]!.Pointer, worker);
                worker.Barrier();
                Forward(source, arenas[0]!.Pointer, scratches[0]!.Pointer, destination, worker);
                worker.Barrier();
                if (worker.Index == 0)
                {
                    plan.StoreOutput(arenas[0]!.Pointer, destination, probabilities);
                }

                return;
            }

            if (engine is IGroupedInference grouped && plan.Group is { } group)
            {
                RunGroups(grouped, group, worker);
                return;
            }

            float* arena = Arena(worker.Index), scratch = Scratch(worker.Index);
            foreach (Share share in worker.Shares(samples))
            {
                for (int sample = share.From; sample < share.To; sample++)
                {
                    float* input = source + ((long)sample * plan.InputLength), output = destination + ((long)sample * plan.OutputLength);
                    Load(input, arena, Worker.Alone);
                    Forward(input, arena, scratch, output, Worker.Alone);
                    plan.StoreOutput(arena, output, probabilities);
                }
            }
        }

        private void Load(float* input, float* arena, Worker worker)
        {
            if (!engine.plan.InputStays)
            {
                engine.plan.LoadInput(input, arena, worker);
            }
        }

        private void Forward(float* input, float* arena, float* scratch, float* output, Worker worker) => engine.Forward(
            arena, engine.Store.ValuePointer, engine.packed.Pointer, scratch, input, output, worker);

        private float* Arena(int index) => (arenas[index] ??= new PinnedBlock(engine.plan.ArenaFloats)).Pointer;

        private float* Scratch(int index) => (scratches[index] ??= new PinnedBlock(engine.plan.ScratchFloats)).Pointer;
    }
}
