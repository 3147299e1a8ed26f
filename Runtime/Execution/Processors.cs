using System.Runtime.InteropServices;

namespace NetDsl.Runtime;

/// <summary>
/// Which processors a helper thread may wake on. Linux as a guest of KVM was seen to put a woken thread behind the one that woke it,
/// on one processor while another idled: it seems to take a halted virtual processor for one that the host has taken away. So
/// helpers stay off the processor of the thread that wakes them. Elsewhere the system's own placement is left as it is.
/// </summary>
internal static unsafe partial class Processors
{
    // 8,192 processors, the most of a Linux kernel.
    private const int MaskWords = 128;

    private static volatile bool unavailable = !OperatingSystem.IsLinux();

    /// <summary>The system's number of this thread; -1 where threads cannot be placed.</summary>
    public static int CurrentThread => Try(static () => GetThreadId());

    /// <summary>The processor that this thread runs on just now; -1 where threads cannot be placed.</summary>
    public static int Current => unavailable ? -1 : Try(static () => GetProcessor());

    /// <summary>
    /// Lets a thread run on every processor of the calling one except <paramref name="processor"/>; where there is no other, all
    /// stays as it is.
    /// </summary>
    public static void KeepAway(int thread, int processor)
    {
        if (thread < 0 || processor < 0)
        {
            return;
        }

        ulong* mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        if (GetAffinity(0, MaskWords * sizeof(ulong), mask) < 0)
        {
            return;
        }

        mask[processor / 64] &= ~(1UL << (processor % 64));
        if (new Span<ulong>(mask, MaskWords).ContainsAnyExcept(0UL))
        {
            _ = SetAffinity(thread, MaskWords * sizeof(ulong), mask);
        }
    }

    private static int Try(Func<int> call)
    {
        if (unavailable)
        {
            return -1;
        }

        try
        {
            return call();
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // gettid came with glibc 2.30.
            unavailable = true;
            return -1;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int GetProcessor();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint bytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, ulong* mask);
}
