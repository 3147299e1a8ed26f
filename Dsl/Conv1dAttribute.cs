namespace NetDsl;

/// <summary>
/// A one-dimensional convolution (cross-correlation) along a sequence: length x channels becomes out length x filters
/// (Waibel et al. 1989, "Phoneme Recognition Using Time-Delay Neural Networks").
/// </summary>
/// <remarks>Parameters: <c>weight</c>, length x channels/groups x filters, and <c>bias</c>, filters.</remarks>
public sealed class Conv1dAttribute : Window1dAttribute
{
    /// <summary>A convolution with a kernel of that length.</summary>
    /// <param name="length">Kernel steps.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the ends.</param>
    public Conv1dAttribute(int length, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="length">Kernel steps.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the ends: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public Conv1dAttribute(object length, object filters, object? padding = null)
    {
    }

    /// <summary>Distance between neighbouring kernel steps in the input. Default: 1.</summary>
    public object? Dilation { get; set; }

    /// <summary>Groups of channels that do not see each other; divides input channels and filters. Default: 1.</summary>
    public object? Groups { get; set; }

    /// <summary>
    /// Which input maps each filter sees, a constant text: a row for every input map, separated by ; or line breaks, and in it a
    /// character for every filter, X or 1 where the two are connected and . or 0 (also - or a blank) where they are not. Kernels
    /// of unconnected pairs are zero, stay zero and are not counted. Excludes <see cref="Groups"/>. Default: all are connected.
    /// </summary>
    public string? Connections { get; set; }

    /// <summary>Whether every filter has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How the weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
