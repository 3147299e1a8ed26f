using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Advice;

/// <summary>The window that a layer moves over its input, with the names of the arguments that say so.</summary>
/// <param name="Kind">The layer's kind.</param>
/// <param name="Axes">The dimensions, outermost first.</param>
/// <param name="Names">What their arguments are called.</param>
/// <param name="Same">Whether the padding is computed.</param>
/// <param name="IsPool">Whether there are no weights.</param>
internal sealed record WindowOfLayer(string Kind, IReadOnlyList<Axis> Axes, IReadOnlyList<WindowNames> Names, bool Same, bool IsPool)
{
    /// <summary>Whether the layer takes padding at all.</summary>
    public bool CanPad { get; private init; } = true;

    /// <summary>The window of a layer; null where it has none.</summary>
    public static WindowOfLayer? Of(ShapedLayer layer) => layer.Operation switch
    {
        Convolution c => New(layer, [c.Height, c.Width], c.Same, isPool: false),
        SeparableConvolution c => New(layer, [c.Height, c.Width], c.Same, isPool: false),
        VolumeConvolution c => New(layer, [c.Depth, c.Height, c.Width], c.Same, isPool: false),
        Pooling p => New(layer, [p.Height, p.Width], p.Same, isPool: true),
        VolumePooling p => New(layer, [p.Depth, p.Height, p.Width], p.Same, isPool: true),
        Subsampling s => New(layer, [s.Height, s.Width], same: false, isPool: true) with { CanPad = false },
        _ => null,
    };

    /// <summary>Kernel, stride and input, such as <c>MaxPool2d 2x2 Same, stride 2, over 7x7</c>.</summary>
    public string Words(string padding)
    {
        string stride = Axes.Any(axis => axis.Stride > 1) ? $", stride {Brief(axis => axis.Stride)}," : "";
        string dilation = Axes.Any(axis => axis.Dilation > 1) ? $" dilated to {Sizes(axis => axis.EffectiveKernel)}" : "";
        return $"{Kind} {Sizes(axis => axis.Kernel)}{dilation}{padding}{stride} over {Sizes(axis => axis.In)}";
    }

    /// <summary>A number of every dimension, such as <c>7x5</c>.</summary>
    public string Sizes(Func<Axis, long> size) => string.Join("x", Axes.Select(axis => Invariant($"{size(axis)}")));

    /// <summary>The numbers of those dimensions that a rule is about, such as <c>1 row and 2 columns</c>.</summary>
    /// <param name="concerned">Which dimensions.</param>
    /// <param name="text">What to say of one: its numbers, and how its cells are called.</param>
    public string Each(Func<Axis, bool> concerned, Func<Axis, WindowNames, string> text) => string.Join(" and ", Concerned(concerned).Select(pair => text(pair.Axis, pair.Names)));

    /// <summary>The dimensions that a rule is about.</summary>
    public IEnumerable<(Axis Axis, WindowNames Names)> Concerned(Func<Axis, bool> concerned) =>
        Axes.Zip(Names, (axis, names) => (axis, names)).Where(pair => concerned(pair.axis));

    /// <summary>The arguments that say the strides of some dimensions; behind them those that say the kernel.</summary>
    public string StrideArguments(Func<Axis, bool> concerned) => string.Join(
        $"{Problem.Or}", Concerned(concerned).SelectMany(pair => new[] { pair.Names.Stride, "Stride", pair.Names.Kernel }).Distinct().OrderBy(Rank));

    /// <summary>A number of cells, such as <c>1 row</c>.</summary>
    public static string Count(long count, WindowNames names) => Invariant($"{count} {(count == 1 ? names.Cells.TrimEnd('s') : names.Cells)}");

    // Of several arguments the one that decides comes first.
    private static int Rank(string argument) => argument.StartsWith("Stride", StringComparison.Ordinal) ? 0 : 1;

    private string Brief(Func<Axis, int> size) => Axes.Select(size).Distinct().Count() == 1 ? Invariant($"{size(Axes[0])}") : Sizes(axis => size(axis));

    private static WindowOfLayer New(ShapedLayer layer, Axis[] axes, bool same, bool isPool)
    {
        int rank = layer.Operation.Input.Rank;
        IReadOnlyList<WindowNames> names = WindowNames.Of(rank);
        return new(layer.Kind, [.. axes.Skip(axes.Length - rank)], layer.Kind == "AtrousConv2d" ? [.. names.Select(name => name with { Dilation = "rate" })] : names, same, isPool);
    }
}
