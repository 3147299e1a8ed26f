namespace NetDsl;

/// <summary>
/// x times the share of a normal distribution below x: x * (1 + erf(x / sqrt(2))) / 2 (Hendrycks and Gimpel 2016, "Gaussian Error
/// Linear Units (GELUs)").
/// </summary>
public sealed class GeluAttribute : LayerAttribute
{
    /// <summary>
    /// The tanh form, x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x * x * x))) / 2, in the place of the error function: a boolean
    /// or, inside a block, a constant expression string. Default: false.
    /// </summary>
    public object? Approximate { get; set; }
}
