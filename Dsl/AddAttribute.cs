namespace NetDsl;

/// <summary>
/// The sum of several values of one shape (He et al. 2015, "Deep Residual Learning for Image Recognition"). Joins the ends of the
/// open branches, in their order, and closes them; then come the layers that are named. Without an open branch the first value is
/// the one that stands before.
/// </summary>
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>A sum of the open branches and of layers named earlier.</summary>
    /// <param name="labels">Names of earlier layers or blocks, within a block by a path such as <c>Block1.Conv2d2</c>.</param>
    public AddAttribute(params string[] labels)
    {
    }
}
