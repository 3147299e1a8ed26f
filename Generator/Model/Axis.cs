namespace NetDsl.Generator.Model;

/// <summary>One spatial dimension of a window operation, with everything resolved to numbers.</summary>
internal readonly record struct Axis(int In, int Kernel, int Stride, int Dilation, int PadBefore, int PadAfter, int Out)
{
    /// <summary>Cells that the kernel spans.</summary>
    public int EffectiveKernel => ((Kernel - 1) * Dilation) + 1;

    /// <summary>Whether every window lies within the real input.</summary>
    public bool Inside => PadBefore == 0 && ((Out - 1) * Stride) + EffectiveKernel <= In;

    /// <summary>A dimension that the operation leaves alone.</summary>
    public static Axis Identity(int length) => new(length, 1, 1, 1, 0, 0, length);
}
