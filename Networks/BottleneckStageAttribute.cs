namespace NetDsl.Networks;

/// <summary>Bottleneck blocks of one width, of which the first halves height and width (He et al. 2015, table 1).</summary>
public sealed class BottleneckStageAttribute : BlockAttribute
{
    /// <summary>A stage.</summary>
    /// <param name="width">Filters of the narrow convolutions, a quarter of the output's channels.</param>
    /// <param name="units">Number of blocks.</param>
    [Bottleneck(nameof(width), stride: 2)]
    [Bottleneck(nameof(width), Repeat = $"{nameof(units)}-1")]
    public BottleneckStageAttribute(int width, int units)
    {
    }
}
