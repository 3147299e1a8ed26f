using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>
/// The memory behind a network's parameters: one pinned block of values and, once training asks for it, one of
/// gradients, in which every parameter starts at a multiple of 16 floats.
/// </summary>
public sealed class ParameterStore
{
    private readonly int[] offsets;
    private readonly int floats;
    private readonly PinnedBlock values;
    private PinnedBlock? gradients;

    /// <summary>Lays the parameters out one after the other; all values are zero.</summary>
    public ParameterStore(params ReadOnlySpan<ParameterSpec> specs)
    {
        Specs = specs.ToArray();
        offsets = new int[specs.Length];
        for (int i = 0; i < specs.Length; i++)
        {
            offsets[i] = floats;
            floats = checked(floats + (specs[i].Length + 15) / 16 * 16);
        }

        values = new PinnedBlock(floats);
    }

    /// <summary>What the parameters are, in layer order.</summary>
    public IReadOnlyList<ParameterSpec> Specs { get; }

    /// <summary>Grows with every change of the values, so that packed copies know when they are stale.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>All values, the gaps between parameters included.</summary>
    public Span<float> Values => values.Span;

    /// <summary>All gradients, at the same offsets as the values.</summary>
    /// <exception cref="InvalidOperationException">No training pass was ever opened.</exception>
    public Span<float> Gradients => (gradients ?? throw new InvalidOperationException(
        "There are no gradients before a training pass exists; call CreateTrainingPass first")).Span;

    /// <summary>Where the values stand, aligned to 64 bytes.</summary>
    public unsafe float* ValuePointer => values.Pointer;

    /// <summary>Where the gradients stand, aligned to 64 bytes; the first call makes room for them.</summary>
    public unsafe float* GradientPointer => (gradients ??= new PinnedBlock(floats)).Pointer;

    /// <summary>Where a parameter starts, in floats.</summary>
    public int Offset(int index) => offsets[index];

    /// <summary>Says that the values have changed; those of connections that do not exist become zero again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Touch()
    {
        ClearUnconnected(Values);
        Version++;
    }

    /// <summary>Clears the gradients of connections that do not exist, which kernels compute along with the others.</summary>
    internal void ClearUnconnectedGradients() => ClearUnconnected(Gradients);

    private void ClearUnconnected(Span<float> block)
    {
        for (int i = 0; i < Specs.Count; i++)
        {
            if (Specs[i].Connections is { } table)
            {
                ConnectionMask.Apply(table, block.Slice(offsets[i], Specs[i].Length));
            }
        }
    }
}
