using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime;

/// <summary>Hints about memory for generated code.</summary>
public static unsafe class Memory
{
    /// <summary>
    /// Asks for a cache line that will be written or read soon. A store that misses the caches holds up those behind it, so a tile
    /// asks for its output's lines before it computes them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <summary>Asks for a cache line of weights for the second cache; addresses beyond the weights do no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchFar(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(address);
        }
    }
}
