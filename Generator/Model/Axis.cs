namespace NetDsl.Generator.Model;

/// <summary>One spatial dimension of a window operation, with everything resolved to numbers.</summary>
internal readonly record struct Axis(int In, int Kernel, int Stride, int Dilation, int PadBefore, int PadAfter, int Out)
{
    /// <summary>Cells that the kernel spans.</summary>
    public int EffectiveKernel => ((Kernel - 1) * Dilation) + 1;

    /// <summary>Whether every window lies within the real input.</summary>
    public bool Inside => PadBefore == 0 && ((Out - 1) * Stride) + EffectiveKernel <= In;

    /// <summary>The first output whose window lies within the real input, and how many do.</summary>
    public (int First, int Count) Inner
    {
        get
        {
            int first = Math.Min((PadBefore + Stride - 1) / Stride, Out), room = In + PadBefore - EffectiveKernel;
            int last = room < 0 ? -1 : Math.Min(room / Stride, Out - 1);
            return (first, Math.Max(0, last + 1 - first));
        }
    }

    /// <summary>A dimension that the operation leaves alone.</summary>
    public static Axis Identity(int length) => new(length, 1, 1, 1, 0, 0, length);
}
