using NetDsl;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Layers;

/// <summary>The window of a convolution or pool, resolved on an input; dimensions that the input lacks are left alone.</summary>
internal readonly record struct Window(Axis Depth, Axis Height, Axis Width, bool Same)
{
    /// <summary>Reads kernel, stride, dilation and padding; null when a fault was found.</summary>
    /// <param name="arguments">The layer's arguments.</param>
    /// <param name="input">The layer's input.</param>
    /// <param name="names">What the arguments of each dimension are called, outermost first.</param>
    /// <param name="pool">A pool steps by its window, and pads less than its window.</param>
    public static Window? Read(LayerArguments arguments, Shape input, IReadOnlyList<WindowNames> names, bool pool)
    {
        bool same = arguments.Choice("padding", Padding.Valid) == Padding.Same;
        bool ceiling = arguments.Flag("CeilMode", false);
        int[] lengths = [input.Depth, input.Height, input.Width];
        int absent = lengths.Length - names.Count;
        WindowAxis[] axes = [.. names.Select((name, i) => WindowAxis.Read(arguments, name, lengths[absent + i], pool))];
        if (same)
        {
            WindowChecks.NoPadWithSame(arguments);
        }
        else if (pool)
        {
            foreach (WindowAxis axis in axes)
            {
                WindowChecks.PadBelowWindow(arguments, axis);
            }
        }

        if (arguments.Faulty)
        {
            return null;
        }

        WindowArithmetic[] laid = [.. axes.Select(axis => axis.Lay(same, ceiling))];
        if (!WindowChecks.Fits(arguments, axes, laid))
        {
            return null;
        }

        Axis?[] all = [.. lengths.Select((length, i) =>
            i < absent ? Axis.Identity(length) : WindowChecks.ToAxis(arguments, axes[i - absent], laid[i - absent]))];
        return all is [{ } depth, { } height, { } width] ? new Window(depth, height, width, same) : null;
    }

    /// <summary>What the window makes of an input.</summary>
    public Shape Output(Shape input, int channels) => new(input.Rank, Depth.Out, Height.Out, Width.Out, channels);
}
