namespace NetDsl;

/// <summary>
/// Euclidean radial basis functions: every output is the squared distance of the input from a code of its own,
/// sum of (x[j] - w[i, j])^2; any shape becomes outputs features (LeCun et al. 1998, "Gradient-Based Learning Applied to
/// Document Recognition", where the codes are pictures of the characters). <see cref="MaximumAPosterioriAttribute"/> is the
/// loss made for it.
/// </summary>
/// <remarks>
/// Parameter: <c>codes</c>, outputs x inputs, of 1 and -1. Training leaves it alone; it is saved and loaded with the others.
/// </remarks>
public sealed class RbfAttribute : LayerAttribute
{
    /// <summary>Squared distances from fixed codes.</summary>
    /// <param name="outputs">Output features, as many as there are codes.</param>
    /// <param name="codes">
    /// One code an output, in order, each with one character an input: '+', '#' or '1' for 1; '-', '.' or '0' for -1. A ';' ends
    /// a code; in a text without one a line's end does. Blanks, and line ends in a text with ';', are skipped, so that a code
    /// may be drawn as a bitmap.
    /// </param>
    public RbfAttribute(int outputs, string codes)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="outputs">Output features, as many as there are codes.</param>
    /// <param name="codes">One code an output, as the other constructor takes them, or the name of a block's parameter.</param>
    public RbfAttribute(object outputs, string codes)
    {
    }
}
