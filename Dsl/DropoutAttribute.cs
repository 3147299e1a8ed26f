namespace NetDsl;

/// <summary>
/// In training, zeros a share of the values and divides the others by what remains, so that the mean stays; nothing in
/// prediction (Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting").
/// </summary>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Dropout of a share of the values.</summary>
    /// <param name="rate">Probability that a value is dropped, 0 to 1.</param>
    public DropoutAttribute(double rate)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="rate">Probability that a value is dropped, 0 to 1.</param>
    public DropoutAttribute(object rate)
    {
    }
}
