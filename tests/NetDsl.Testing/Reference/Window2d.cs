namespace NetDsl.Testing.Reference;

/// <summary>Kernel, stride, dilation and padding of a window over height and width, as declared.</summary>
public sealed record Window2d(int Height, int Width)
{
    public bool Same { get; init; }

    public int StrideHeight { get; init; } = 1;

    public int StrideWidth { get; init; } = 1;

    public int DilationHeight { get; init; } = 1;

    public int DilationWidth { get; init; } = 1;

    public Pads Pads { get; init; }

    public bool Ceil { get; init; }

    public (WindowAxis Rows, WindowAxis Columns) Over(ReferenceShape input) => Same
        ? (WindowAxis.Same(input.Height, Height, StrideHeight, DilationHeight),
           WindowAxis.Same(input.Width, Width, StrideWidth, DilationWidth))
        : (WindowAxis.Fitting(input.Height, Height, StrideHeight, DilationHeight, Pads.Top, Pads.Bottom, Ceil),
           WindowAxis.Fitting(input.Width, Width, StrideWidth, DilationWidth, Pads.Left, Pads.Right, Ceil));

    /// <summary>The properties in C#, both dimensions in one where they agree.</summary>
    public IEnumerable<string> Properties(int defaultStrideHeight, int defaultStrideWidth)
    {
        if (StrideHeight == StrideWidth && (StrideHeight != defaultStrideHeight || StrideWidth != defaultStrideWidth))
        {
            yield return $"Stride = {StrideHeight}";
        }
        else if (StrideHeight != defaultStrideHeight || StrideWidth != defaultStrideWidth)
        {
            yield return $"StrideHeight = {StrideHeight}";
            yield return $"StrideWidth = {StrideWidth}";
        }

        if (DilationHeight == DilationWidth && DilationHeight != 1)
        {
            yield return $"Dilation = {DilationHeight}";
        }
        else if (DilationHeight != DilationWidth)
        {
            yield return $"DilationHeight = {DilationHeight}";
            yield return $"DilationWidth = {DilationWidth}";
        }

        foreach (string pad in Pads.Properties)
        {
            yield return pad;
        }

        if (Ceil)
        {
            yield return "CeilMode = true";
        }
    }
}

/// <summary>Explicit zero padding.</summary>
public readonly record struct Pads(int Top, int Bottom, int Left, int Right)
{
    public static Pads All(int cells) => new(cells, cells, cells, cells);

    public IEnumerable<string> Properties
    {
        get
        {
            if (this != default && this == All(Top))
            {
                return [$"Pad = {Top}"];
            }

            (string Name, int Cells)[] sides = [("PadTop", Top), ("PadBottom", Bottom), ("PadLeft", Left), ("PadRight", Right)];
            return sides.Where(side => side.Cells != 0).Select(side => $"{side.Name} = {side.Cells}");
        }
    }
}
