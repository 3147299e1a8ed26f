namespace NetDsl.Generator.Shapes;

/// <summary>
/// How many windows fit along one dimension, and what padding that takes, with TensorFlow's semantics. Longs hold every
/// intermediate value of int arguments.
/// </summary>
internal readonly record struct WindowArithmetic(long Out, long PadBefore, long PadAfter)
{
    public static long EffectiveKernel(int kernel, int dilation) => ((kernel - 1L) * dilation) + 1;

    /// <summary>Out = ceil(in / stride); the odd cell of padding is at the end.</summary>
    public static WindowArithmetic Same(int input, long effectiveKernel, int stride)
    {
        long count = CeilingDivision(input, stride);
        long total = Math.Max(((count - 1) * stride) + effectiveKernel - input, 0);
        return new(count, total / 2, total - (total / 2));
    }

    /// <summary>Out = floor((padded - k_eff) / stride) + 1; below one when not even one window fits.</summary>
    public static WindowArithmetic Explicit(int input, long effectiveKernel, int stride, int before, int after)
    {
        long room = (long)input + before + after - effectiveKernel;
        return new(room < 0 ? 0 : (room / stride) + 1, before, after);
    }

    /// <summary>
    /// The same rounded up, as PyTorch does: a last window that overhangs counts when it begins within the input or the
    /// padding before it. The padding after grows to what the window covers.
    /// </summary>
    public static WindowArithmetic Ceiling(int input, long effectiveKernel, int stride, int before, int after)
    {
        long room = (long)input + before + after - effectiveKernel;
        long count = room <= -stride ? 0 : CeilingDivision(room, stride) + 1;
        if ((count - 1) * stride >= (long)input + before)
        {
            count--;
        }

        return new(count, before, Math.Max(after, ((count - 1) * stride) + effectiveKernel - input - before));
    }

    private static long CeilingDivision(long value, long divisor) => value <= 0 ? -(-value / divisor) : ((value - 1) / divisor) + 1;
}
