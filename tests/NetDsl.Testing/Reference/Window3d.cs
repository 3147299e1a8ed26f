namespace NetDsl.Testing.Reference;

/// <summary>Kernel, stride, dilation and padding of a window over depth, height and width, as declared.</summary>
/// <param name="Depth">Slices of the kernel.</param>
/// <param name="Plane">The window within a slice.</param>
public sealed record Window3d(int Depth, Window2d Plane)
{
    public Window3d(int depth, int height, int width, bool same = false)
        : this(depth, new Window2d(height, width) { Same = same })
    {
    }

    public int StrideDepth { get; init; } = 1;

    public int DilationDepth { get; init; } = 1;

    public (int Front, int Back) Pads { get; init; }

    public (WindowAxis Slices, WindowAxis Rows, WindowAxis Columns) Over(ReferenceShape input)
    {
        (WindowAxis rows, WindowAxis columns) = Plane.Over(input);
        WindowAxis slices = Plane.Same
            ? WindowAxis.Same(input.Depth, Depth, StrideDepth, DilationDepth)
            : WindowAxis.Fitting(input.Depth, Depth, StrideDepth, DilationDepth, Pads.Front, Pads.Back, Plane.Ceil);
        return (slices, rows, columns);
    }

    /// <summary>The properties in C#: those of depth too where one for all dimensions would set them otherwise.</summary>
    public IEnumerable<string> Properties(int defaultStrideDepth, int defaultStrideHeight, int defaultStrideWidth)
    {
        string[] plane = [.. Plane.Properties(defaultStrideHeight, defaultStrideWidth)];
        (string Name, int Value, int Default, string All)[] numbers =
        [
            ("StrideDepth", StrideDepth, defaultStrideDepth, "Stride"), ("DilationDepth", DilationDepth, 1, "Dilation"),
            ("PadFront", Pads.Front, 0, "Pad"), ("PadBack", Pads.Back, 0, "Pad"),
        ];
        return plane.Concat(numbers
            .Where(number => number.Value != number.Default || plane.Any(other => other.StartsWith(number.All + " =", StringComparison.Ordinal)))
            .Select(number => $"{number.Name} = {number.Value}"));
    }
}
