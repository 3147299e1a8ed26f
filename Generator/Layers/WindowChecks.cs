using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>What can be wrong with a window, apart from single numbers.</summary>
internal static class WindowChecks
{
    private static readonly string[] PadArguments = ["Pad", "PadFront", "PadBack", "PadTop", "PadBottom", "PadLeft", "PadRight"];

    /// <summary>Same computes the padding, so that none can be given as well.</summary>
    public static void NoPadWithSame(LayerArguments arguments)
    {
        if (PadArguments.FirstOrDefault(arguments.Has) is { } argument)
        {
            arguments.Report(
                RuleIds.UnsuitablePadding, argument,
                $"{arguments.Kind}: {argument} stands together with Padding.Same, which pads by itself; leave out one of them",
                Remedy.Same(arguments.Kind), new Remedy("Explicit", "Keep the explicit padding", arguments.Kind, "-padding"));
        }
    }

    /// <summary>Wherever a pool's window lies, it must hold a real cell.</summary>
    public static void PadBelowWindow(LayerArguments arguments, WindowAxis axis)
    {
        bool before = axis.Before >= axis.Kernel;
        if (!before && axis.After < axis.Kernel)
        {
            return;
        }

        (string specific, string side, int pad) = before
            ? (axis.Names.PadBefore, axis.Names.Before, axis.Before)
            : (axis.Names.PadAfter, axis.Names.After, axis.After);
        arguments.Report(
            RuleIds.UnsuitablePadding, arguments.Has(specific) ? specific : "Pad",
            Invariant($"{arguments.Kind}: with {pad} {axis.Names.Cells} of padding {side} the input, ")
            + Invariant($"a window of {axis.Kernel} {axis.Names.Cells} can hold padding alone; ")
            + Invariant($"use at most {axis.Kernel - 1} (pad should be at most half of effective kernel size)"),
            Remedy.Set("Pad", arguments.Kind, (arguments.Has(specific) ? specific : "Pad", Invariant($"{axis.Kernel - 1}"))));
    }

    /// <summary>At least one window must fit over the padded input, in every dimension.</summary>
    public static bool Fits(LayerArguments arguments, WindowAxis[] axes, WindowArithmetic[] laid)
    {
        WindowAxis[] faults = [.. axes.Where((_, i) => laid[i].Out < 1)];
        if (faults.Length == 0)
        {
            return true;
        }

        WindowAxis fault = faults[0];
        string Size(Func<WindowAxis, long> length) => string.Join("x", axes.Select(axis => Invariant($"{length(axis)}")));
        string kernel = Size(axis => axis.Kernel) + (axes.Any(axis => axis.Dilation > 1) ? $" dilated to {Size(axis => axis.EffectiveKernel)}" : "");
        string over = Size(axis => axis.Padded);
        string input = Size(axis => axis.Input);
        string left = string.Join(" and ", faults.Select(axis => Invariant($"{axis.Padded - axis.EffectiveKernel + 1} {axis.Names.Cells}")));
        arguments.Mismatch(
            RuleIds.WindowTooLarge, fault.Kernel <= fault.Padded ? DilationArgument(arguments, fault) : fault.Names.Kernel,
            $"{arguments.Kind} {kernel} Valid over {over}{(over == input ? "" : $" (padded from {input})")} leaves {left}; "
            + $"use Padding.Same or a kernel of at most {Size(axis => axis.LargestKernel)} "
            + "(Computed output size would be negative: Kernel size can't be greater than actual input size)",
            [Remedy.Same(arguments.Kind), Remedy.Set("Kernel", arguments.Kind, [.. faults.Select(axis => (axis.Names.Kernel, Invariant($"{axis.LargestKernel}")))])]);
        return false;
    }

    /// <summary>Every number of the axis must be an int, the padded length included.</summary>
    public static Axis? ToAxis(LayerArguments arguments, WindowAxis axis, WindowArithmetic laid)
    {
        if (Math.Max(laid.Out, Math.Max(axis.EffectiveKernel, axis.Input + laid.PadBefore + laid.PadAfter)) > int.MaxValue)
        {
            arguments.Mismatch(
                RuleIds.TooManyElements, null,
                Invariant($"{arguments.Kind}: {axis.Input + laid.PadBefore + laid.PadAfter} padded {axis.Names.Cells} ")
                + Invariant($"under a kernel of {axis.EffectiveKernel} exceed 2147483647; use a smaller kernel, dilation or padding"));
            return null;
        }

        return new Axis(axis.Input, axis.Kernel, axis.Stride, axis.Dilation, (int)laid.PadBefore, (int)laid.PadAfter, (int)laid.Out);
    }

    private static string DilationArgument(LayerArguments arguments, WindowAxis axis) =>
        arguments.Has(axis.Names.Dilation) ? axis.Names.Dilation : "Dilation";
}
