using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Cells of zeros around an activation, which a padded layer reads instead of testing for borders.</summary>
internal readonly record struct Halo(int Top, int Bottom, int Left, int Right)
{
    public bool IsEmpty => (Top | Bottom | Left | Right) == 0;

    /// <summary>What stands around a value, for comments; empty where nothing does.</summary>
    public string Words => IsEmpty ? ""
        : Top == Bottom && Left == Right && Top == Left ? $", {Top} of zeros around"
        : $", zeros above {Top}, below {Bottom}, left {Left}, right {Right}";

    /// <summary>What a convolution reads beyond its input.</summary>
    public static Halo Of(Axis height, Axis width) => new(height.PadBefore, Beyond(height), width.PadBefore, Beyond(width));

    public static Halo Max(Halo first, Halo second) => new(
        Math.Max(first.Top, second.Top), Math.Max(first.Bottom, second.Bottom),
        Math.Max(first.Left, second.Left), Math.Max(first.Right, second.Right));

    private static int Beyond(Axis axis) => Math.Max(0, ((axis.Out - 1) * axis.Stride) + axis.EffectiveKernel - axis.PadBefore - axis.In);
}
