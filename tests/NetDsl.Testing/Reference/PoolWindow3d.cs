namespace NetDsl.Testing.Reference;

/// <summary>Window, stride and padding of a pool over depth, height and width, as declared.</summary>
public sealed record PoolWindow3d(int Depth, int Height, int Width)
{
    public bool Same { get; init; }

    public (int Depth, int Height, int Width) Strides { get; init; } = (1, 1, 1);

    /// <summary>Explicit padding before and after, in each dimension.</summary>
    public (int Front, int Back, int Top, int Bottom, int Left, int Right) Pads { get; init; }

    public bool Ceil { get; init; }

    public (WindowAxis Slices, WindowAxis Rows, WindowAxis Columns) Over(ReferenceShape input)
    {
        return (Lay(input.Depth, Depth, Strides.Depth, Pads.Front, Pads.Back),
                Lay(input.Height, Height, Strides.Height, Pads.Top, Pads.Bottom),
                Lay(input.Width, Width, Strides.Width, Pads.Left, Pads.Right));

        WindowAxis Lay(int length, int kernel, int stride, int before, int after) => Same
            ? WindowAxis.Same(length, kernel, stride, dilation: 1)
            : WindowAxis.Fitting(length, kernel, stride, dilation: 1, before, after, Ceil);
    }

    /// <summary>The properties in C#.</summary>
    public IEnumerable<string> Properties(int defaultDepth, int defaultHeight, int defaultWidth)
    {
        (string Name, int Value, int Default)[] numbers =
        [
            ("StrideDepth", Strides.Depth, defaultDepth), ("StrideHeight", Strides.Height, defaultHeight), ("StrideWidth", Strides.Width, defaultWidth),
            ("PadFront", Pads.Front, 0), ("PadBack", Pads.Back, 0), ("PadTop", Pads.Top, 0), ("PadBottom", Pads.Bottom, 0),
            ("PadLeft", Pads.Left, 0), ("PadRight", Pads.Right, 0),
        ];
        return numbers.Where(number => number.Value != number.Default)
            .Select(number => $"{number.Name} = {number.Value}")
            .Concat(Ceil ? ["CeilMode = true"] : Array.Empty<string>());
    }
}
