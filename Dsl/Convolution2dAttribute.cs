namespace NetDsl;

/// <summary>Base class of the convolutions over height and width whose filters see all channels of their group.</summary>
public abstract class Convolution2dAttribute : Window2dAttribute
{
    private protected Convolution2dAttribute()
    {
    }

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
