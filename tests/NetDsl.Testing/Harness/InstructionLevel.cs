namespace NetDsl.Testing.Harness;

/// <summary>Which of the emitted kernels a compilation uses.</summary>
public enum InstructionLevel
{
    /// <summary>The widest that this machine has, which a user's program picks.</summary>
    Widest,

    /// <summary>Vectors of 512 bits, in software where the machine has none.</summary>
    Vector512,

    /// <summary>Vectors of 256 bits.</summary>
    Vector256,

    /// <summary>Vectors of 128 bits.</summary>
    Vector128,
}
