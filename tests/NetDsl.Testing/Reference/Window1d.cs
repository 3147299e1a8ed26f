namespace NetDsl.Testing.Reference;

/// <summary>Kernel, stride, dilation and padding of a window along a sequence, as declared.</summary>
public sealed record Window1d(int Length)
{
    public bool Same { get; init; }

    public int Stride { get; init; } = 1;

    public int Dilation { get; init; } = 1;

    public (int Left, int Right) Pads { get; init; }

    public bool Ceil { get; init; }

    /// <summary>The same window over an image of one row.</summary>
    public Window2d OverRow => new(1, Length)
    {
        Same = Same,
        StrideWidth = Stride,
        DilationWidth = Dilation,
        Pads = new(0, 0, Pads.Left, Pads.Right),
        Ceil = Ceil,
    };

    /// <summary>The properties in C#.</summary>
    public IEnumerable<string> Properties(int defaultStride)
    {
        (string Name, int Value, int Default)[] numbers =
            [("Stride", Stride, defaultStride), ("Dilation", Dilation, 1), ("PadLeft", Pads.Left, 0), ("PadRight", Pads.Right, 0)];
        return numbers.Where(number => number.Value != number.Default)
            .Select(number => $"{number.Name} = {number.Value}")
            .Concat(Ceil ? ["CeilMode = true"] : Array.Empty<string>());
    }

    /// <summary>A sequence as an image of one row.</summary>
    public static Tensor Row(Tensor sequence) => new(sequence.Batch, Row(sequence.Shape), sequence.Values);

    public static ReferenceShape Row(ReferenceShape sequence) => new(1, sequence.Width, sequence.Channels);

    /// <summary>An image of one row as a sequence.</summary>
    public static Tensor Sequence(Tensor row) => new(row.Batch, Sequence(row.Shape), row.Values);

    public static ReferenceShape Sequence(ReferenceShape row) => ReferenceShape.Sequence(row.Width, row.Channels);
}
