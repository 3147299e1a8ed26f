using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>A window along one dimension as declared, and the input that it is to be laid over.</summary>
/// <param name="Names">What the dimension's arguments are called.</param>
/// <param name="Input">Cells of the input.</param>
/// <param name="Kernel">Cells of the kernel.</param>
/// <param name="Stride">Cells from one window to the next.</param>
/// <param name="Dilation">Cells from one kernel cell to the next.</param>
/// <param name="Before">Explicit padding at the top or left.</param>
/// <param name="After">Explicit padding at the bottom or right.</param>
internal readonly record struct WindowAxis(WindowNames Names, int Input, int Kernel, int Stride, int Dilation, int Before, int After)
{
    public long EffectiveKernel => WindowArithmetic.EffectiveKernel(Kernel, Dilation);

    public long Padded => (long)Input + Before + After;

    /// <summary>The largest kernel that fits at this dilation.</summary>
    public long LargestKernel => ((Padded - 1) / Dilation) + 1;

    public static WindowAxis Read(LayerArguments arguments, WindowNames names, int input, bool pool)
    {
        int kernel = arguments.Positive(names.Kernel);
        int stride = arguments.Positive(names.Stride, arguments.Positive("Stride", pool ? kernel : 1));
        int dilation = arguments.Positive(names.Dilation, arguments.Positive("Dilation"));
        int pad = Pad(arguments, "Pad", 0);
        return new(names, input, kernel, stride, dilation, Pad(arguments, names.PadBefore, pad), Pad(arguments, names.PadAfter, pad));
    }

    public WindowArithmetic Lay(bool same, bool ceiling) =>
        same ? WindowArithmetic.Same(Input, EffectiveKernel, Stride)
        : ceiling ? WindowArithmetic.Ceiling(Input, EffectiveKernel, Stride, Before, After)
        : WindowArithmetic.Explicit(Input, EffectiveKernel, Stride, Before, After);

    private static int Pad(LayerArguments arguments, string argument, int fallback)
    {
        int value = arguments.Whole(argument, fallback);
        if (value >= 0)
        {
            return value;
        }

        arguments.Report(RuleIds.UnsuitablePadding, argument, Invariant($"{arguments.Kind}: {argument} is {value}; use at least 0"));
        return 0;
    }
}
