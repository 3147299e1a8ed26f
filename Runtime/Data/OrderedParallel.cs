using System.Runtime.ExceptionServices;

namespace NetDsl;

/// <summary>Work on all cores whose fault is that of the first item, and not a collection of them.</summary>
internal static class OrderedParallel
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void For(int count, CancellationToken token, Action<int> action)
    {
        var faults = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, (item, state) =>
        {
            try
            {
                action(item);
            }
            catch (Exception e)
            {
                faults[item] = ExceptionDispatchInfo.Capture(e);
                state.Break();
            }
        });
        Array.Find(faults, fault => fault is not null)?.Throw();
    }
}
