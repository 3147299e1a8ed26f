using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>
/// A zeroed run of floats that never moves and starts on a cache line. It is managed memory, so nobody has to dispose of it.
/// </summary>
public sealed unsafe class PinnedBlock
{
    private const int LineFloats = 16;
    private readonly float[] array;

    /// <summary>Makes room for <paramref name="floats"/> floats and one vector beyond, which whole-vector loads may touch.</summary>
    public PinnedBlock(int floats)
    {
        array = GC.AllocateArray<float>(checked(floats + 2 * LineFloats), pinned: true);
        var start = (float*)Unsafe.AsPointer(ref array[0]);
        Pointer = (float*)(((nuint)start + 63) & ~(nuint)63);
        Length = floats;
    }

    /// <summary>The first float, at a multiple of 64 bytes. Keep the block reachable while you use it.</summary>
    public float* Pointer { get; }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>The block as a span.</summary>
    public Span<float> Span => new(Pointer, Length);
}
