using NetDsl;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>The axes of the convolution that a transposed one runs the other way: from its output to its input.</summary>
internal readonly record struct TransposedWindow(Axis Depth, Axis Height, Axis Width, bool Same)
{
    /// <summary>Reads kernel, stride, padding and output padding; null when a fault was found.</summary>
    /// <param name="arguments">The layer's arguments.</param>
    /// <param name="input">The layer's input.</param>
    /// <param name="names">What the arguments of each dimension are called, outermost first.</param>
    public static TransposedWindow? Read(LayerArguments arguments, Shape input, IReadOnlyList<WindowNames> names)
    {
        bool same = arguments.Choice("padding", Padding.Valid) == Padding.Same;
        int further = arguments.Whole("OutputPadding", 0);
        int[] lengths = [input.Depth, input.Height, input.Width];
        int absent = lengths.Length - names.Count;
        WindowAxis[] axes = [.. names.Select((name, i) => WindowAxis.Read(arguments, name, lengths[absent + i], pool: false))];
        if (!arguments.Faulty)
        {
            CheckOutputPadding(arguments, further, axes);
        }

        if (arguments.Faulty)
        {
            return null;
        }

        Axis?[] all = [.. lengths.Select((length, i) => i < absent ? Axis.Identity(length) : Lay(arguments, axes[i - absent], same, further))];
        return all is [{ } depth, { } height, { } width] ? new TransposedWindow(depth, height, width, same) : null;
    }

    private static void CheckOutputPadding(LayerArguments arguments, int further, WindowAxis[] axes)
    {
        WindowAxis smallest = axes.OrderBy(axis => axis.Stride).First();
        if (further < 0)
        {
            arguments.Report(RuleIds.UnsuitablePadding, "OutputPadding", Invariant($"{arguments.Kind}: OutputPadding is {further}; use at least 0"));
        }
        else if (further >= smallest.Stride)
        {
            string stride = arguments.Has(smallest.Names.Stride) ? smallest.Names.Stride : "Stride";
            string remedy = smallest.Stride == 1 ? "leave it out" : Invariant($"use at most {smallest.Stride - 1}");
            arguments.Report(
                RuleIds.OutputPaddingTooLarge, "OutputPadding",
                Invariant($"{arguments.Kind}: OutputPadding is {further}, not smaller than {stride}, {smallest.Stride}; {remedy} (output padding must be smaller than the stride)"),
                Remedy.Set("OutputPadding", arguments.Kind, ("OutputPadding", Invariant($"{smallest.Stride - 1}"))));
        }
    }

    private static Axis? Lay(LayerArguments arguments, WindowAxis axis, bool same, int further)
    {
        long output = same
            ? ((long)axis.Input * axis.Stride) + further
            : ((axis.Input - 1L) * axis.Stride) + Math.Max(axis.Kernel, axis.Stride) + further;
        if (output > int.MaxValue)
        {
            arguments.Mismatch(
                RuleIds.TooManyElements, null,
                Invariant($"{arguments.Kind}: {output} {axis.Names.Cells} of output exceed 2147483647; use a smaller stride or kernel"));
            return null;
        }

        long crop = same ? Math.Max(axis.Kernel - axis.Stride, 0) : 0;
        long covered = ((axis.Input - 1L) * axis.Stride) + axis.Kernel;
        int before = (int)(crop / 2);
        return new Axis((int)output, axis.Kernel, axis.Stride, 1, before, (int)Math.Max(0, covered - before - output), axis.Input);
    }
}
