namespace NetDsl;

/// <summary>What stands where a moved picture leaves a gap.</summary>
public enum BorderMode
{
    /// <summary>The nearest pixel of the picture.</summary>
    Edge,

    /// <summary>Zeros.</summary>
    Zero,
}
