namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Where the gradient of an operation's input comes from.</summary>
internal enum GradientFlow
{
    /// <summary>A kernel computes it.</summary>
    Kernel,

    /// <summary>It is the output's gradient itself.</summary>
    Same,

    /// <summary>It is the part of the output's gradient that belongs to the input's channels.</summary>
    Slice,
}
