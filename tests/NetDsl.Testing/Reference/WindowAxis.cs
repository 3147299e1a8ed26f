namespace NetDsl.Testing.Reference;

/// <summary>Where the windows stand along one dimension, counted one by one instead of by formula.</summary>
/// <param name="Starts">First cell of every window, negative in the padding.</param>
/// <param name="Kernel">Cells of a window that count.</param>
/// <param name="Dilation">Distance between them.</param>
public sealed record WindowAxis(IReadOnlyList<int> Starts, int Kernel, int Dilation)
{
    public int Count => Starts.Count;

    /// <summary>The input cell that a window reads at a tap; it may lie outside the input.</summary>
    public int Cell(int window, int tap) => Starts[window] + (tap * Dilation);

    /// <summary>Same: a window for every stride that begins within the input, the padding split with the odd cell at the end.</summary>
    public static WindowAxis Same(int length, int kernel, int stride, int dilation)
    {
        int[] starts = [.. Every(stride).TakeWhile(start => start < length)];
        int needed = starts[^1] + Span(kernel, dilation);
        int padding = Math.Max(needed - length, 0);
        return new([.. starts.Select(start => start - (padding / 2))], kernel, dilation);
    }

    /// <summary>
    /// Valid or explicitly padded: windows as long as they fit. With <paramref name="ceil"/> a window also stands where the
    /// one before it left cells uncovered, if it begins before the input ends.
    /// </summary>
    public static WindowAxis Fitting(int length, int kernel, int stride, int dilation, int before, int after, bool ceil = false)
    {
        int span = Span(kernel, dilation);
        int end = length + after;
        bool Stands(int start) => start + span <= end || (ceil && start - stride + span < end && start < length);
        return new([.. Every(stride).Select(start => start - before).TakeWhile(Stands)], kernel, dilation);
    }

    private static int Span(int kernel, int dilation) => 1 + ((kernel - 1) * dilation);

    private static IEnumerable<int> Every(int stride) => Enumerable.Range(0, int.MaxValue / stride).Select(i => i * stride);
}
