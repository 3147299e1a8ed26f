namespace NetDsl.Networks;

/// <summary>
/// A classifier half way up that training adds to the loss with weight 0.3 and prediction leaves out (Szegedy et al. 2014, section
/// 5). The value goes on as if the head were not there.
/// </summary>
public sealed class AuxiliaryHeadAttribute : BlockAttribute
{
    /// <summary>A head.</summary>
    /// <param name="name">Name of the further output.</param>
    /// <param name="classes">Number of classes, as many as the network's own.</param>
    [Branch]
    [AvgPool2d(5, 5, Stride = 3)]
    [Conv2d(1, 1, 128, Init = Initializer.HeNormal), Relu]
    [Dense(1024, Init = Initializer.HeNormal), Relu, Dropout(0.7)]
    [Dense(nameof(classes))]
    [Output(nameof(name), LossWeight = 0.3)]
    public AuxiliaryHeadAttribute(string name, int classes)
    {
    }
}
