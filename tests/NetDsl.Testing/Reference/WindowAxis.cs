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

    /// <summary>Valid or explicitly padded: windows as long as they fit; <paramref name="ceil"/> lets a last one hang over the end.</summary>
    public static WindowAxis Fitting(int length, int kernel, int stride, int dilation, int before, int after, bool ceil = false)
    {
        int span = Span(kernel, dilation);
        int end = length + after;
        List<int> starts = [.. Every(stride).Select(start => start - before).TakeWhile(start => start + span <= end)];
        bool uncovered = starts.Count > 0 && starts[^1] + span < end;
        if (ceil && uncovered && starts[^1] + stride < length)
        {
            starts.Add(starts[^1] + stride);
        }

        return new(starts, kernel, dilation);
    }

    private static int Span(int kernel, int dilation) => 1 + ((kernel - 1) * dilation);

    private static IEnumerable<int> Every(int stride) => Enumerable.Range(0, int.MaxValue / stride).Select(i => i * stride);
}
