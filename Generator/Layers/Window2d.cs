using NetDsl;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Layers;

/// <summary>The window of a convolution or pool over height and width, resolved on an input.</summary>
internal readonly record struct Window2d(Axis Height, Axis Width, bool Same)
{
    /// <summary>Reads kernel, stride, dilation and padding; null when a fault was found.</summary>
    /// <param name="arguments">The layer's arguments.</param>
    /// <param name="input">The layer's input.</param>
    /// <param name="pool">A pool steps by its window, and pads less than its window.</param>
    public static Window2d? Read(LayerArguments arguments, Shape input, bool pool)
    {
        bool same = arguments.Choice("padding", Padding.Valid) == Padding.Same;
        bool ceiling = arguments.Flag("CeilMode", false);
        WindowAxis height = WindowAxis.Read(arguments, WindowNames.Rows, input.Height, pool);
        WindowAxis width = WindowAxis.Read(arguments, WindowNames.Columns, input.Width, pool);
        if (same)
        {
            WindowChecks.NoPadWithSame(arguments);
        }
        else if (pool)
        {
            WindowChecks.PadBelowWindow(arguments, height);
            WindowChecks.PadBelowWindow(arguments, width);
        }

        if (arguments.Faulty)
        {
            return null;
        }

        WindowArithmetic rows = height.Lay(same, ceiling), columns = width.Lay(same, ceiling);
        return WindowChecks.Fits(arguments, height, width, rows, columns)
            && WindowChecks.ToAxis(arguments, height, rows) is { } vertical
            && WindowChecks.ToAxis(arguments, width, columns) is { } horizontal
                ? new Window2d(vertical, horizontal, same) : null;
    }
}
