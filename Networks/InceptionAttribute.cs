namespace NetDsl.Networks;

/// <summary>
/// 1x1, 3x3 and 5x5 convolutions and a pool side by side, the larger ones behind 1x1 reductions (Szegedy et al. 2014, "Going
/// Deeper with Convolutions", figure 2b): height x width x channels becomes height x width x the four widths together.
/// </summary>
public sealed class InceptionAttribute : BlockAttribute
{
    /// <summary>An inception block; the parameters stand in the order of the paper's table 1.</summary>
    /// <param name="ones">Filters of the 1x1 convolution.</param>
    /// <param name="threesReduce">Filters of the reduction before the 3x3 convolution.</param>
    /// <param name="threes">Filters of the 3x3 convolution.</param>
    /// <param name="fivesReduce">Filters of the reduction before the 5x5 convolution.</param>
    /// <param name="fives">Filters of the 5x5 convolution.</param>
    /// <param name="pool">Filters of the projection behind the pool.</param>
    [Branch]
    [Conv2d(1, 1, nameof(ones), Init = Initializer.HeNormal), Relu]
    [Branch]
    [Conv2d(1, 1, nameof(threesReduce), Init = Initializer.HeNormal), Relu]
    [Conv2d(3, 3, nameof(threes), Padding.Same, Init = Initializer.HeNormal), Relu]
    [Branch]
    [Conv2d(1, 1, nameof(fivesReduce), Init = Initializer.HeNormal), Relu]
    [Conv2d(5, 5, nameof(fives), Padding.Same, Init = Initializer.HeNormal), Relu]
    [Branch]
    [MaxPool2d(3, 3, Padding.Same, Stride = 1)]
    [Conv2d(1, 1, nameof(pool), Init = Initializer.HeNormal), Relu]
    [Concat]
    public InceptionAttribute(int ones, int threesReduce, int threes, int fivesReduce, int fives, int pool)
    {
    }
}
