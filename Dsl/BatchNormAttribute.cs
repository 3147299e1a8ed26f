namespace NetDsl;

/// <summary>
/// Shifts and scales every channel to mean 0 and variance 1, then by what is learned (Ioffe and Szegedy 2015, "Batch
/// Normalization"). Training takes mean and variance of the batch, over samples and cells; prediction takes moving averages, and
/// folds everything into the convolution before it where there is one.
/// </summary>
/// <remarks>
/// Parameters, each of as many values as there are channels: <c>gamma</c> and <c>beta</c>, and not trained by gradients
/// <c>moving_mean</c> and <c>moving_var</c>, the biased variance.
/// </remarks>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>How much of a moving average each training step keeps, 0 to 1. Default: 0.99.</summary>
    public double Momentum { get; set; } = 0.99;

    /// <summary>Added to the variance before its square root is taken. Default: 0.001.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether gamma starts with 0, so that a residual branch starts as nothing (Goyal et al. 2017). A bool. Default: false.</summary>
    public object? ZeroInit { get; set; }
}
