namespace NetDsl.Networks;

/// <summary>Basic blocks of one width, of which the first halves height and width (He et al. 2015, table 1).</summary>
public sealed class BasicStageAttribute : BlockAttribute
{
    /// <summary>A stage.</summary>
    /// <param name="width">Filters of every convolution.</param>
    /// <param name="units">Number of blocks.</param>
    [BasicBlock(nameof(width), stride: 2)]
    [BasicBlock(nameof(width), Repeat = $"{nameof(units)}-1")]
    public BasicStageAttribute(int width, int units)
    {
    }
}
