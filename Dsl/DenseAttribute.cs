namespace NetDsl;

/// <summary>
/// A fully connected layer: every unit sees every value of the sample. Any shape becomes units features; an image is
/// read as the vector that <see cref="FlattenAttribute"/> would give.
/// </summary>
/// <remarks>Parameters: <c>weight</c>, inputs x units, and <c>bias</c>, units.</remarks>
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>A fully connected layer.</summary>
    /// <param name="units">Output features.</param>
    public DenseAttribute(int units)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="units">Output features.</param>
    public DenseAttribute(object units)
    {
    }

    /// <summary>Whether every unit has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How the weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
