namespace NetDsl;

/// <summary>What happens at the border of a convolution or a pool, as TensorFlow defines it.</summary>
public enum Padding
{
    /// <summary>No padding: out = ceil((in - k_eff + 1) / stride), k_eff = (k - 1) * dilation + 1. Rows that no window covers are dropped.</summary>
    Valid = 0,

    /// <summary>Zeros around the input: out = ceil(in / stride). Of an odd total, the extra row or column is at the bottom or right.</summary>
    Same = 1,
}
