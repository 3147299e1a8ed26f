namespace NetDsl;

/// <summary>
/// Base class of blocks that users declare. A block's layers stand on its constructor, in their order, and name its parameters with
/// <c>nameof</c> or in a constant expression string such as <c>$"4*{nameof(width)}"</c>.
/// </summary>
/// <remarks>
/// Parameters are <c>int</c>, <c>double</c>, <c>bool</c>, <c>string</c>, <see cref="Padding"/>, or <c>object</c> where an outer block
/// hands a parameter of its own on. A class whose only constructor is the primary one takes the layers as
/// <c>[method: Conv2d(1, 1, nameof(width)), Relu]</c>.
/// </remarks>
public abstract class BlockAttribute : LayerAttribute
{
    /// <summary>A block.</summary>
    protected BlockAttribute()
    {
    }

    /// <summary>
    /// How many copies stand one after the other: a number or a constant expression string, 0 for none. Every copy has a number of
    /// its own in its name: <c>Stage3_1</c>, <c>Stage3_2</c> for a block with the name <c>Stage3</c>. Default: 1.
    /// </summary>
    public object? Repeat { get; set; } = 1;
}
