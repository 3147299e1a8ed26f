namespace NetDsl;

/// <summary>
/// Several values side by side in the channels; all other dimensions agree (Szegedy et al. 2014, "Going Deeper with Convolutions").
/// Joins the ends of the open branches, in their order, and closes them; then come the layers that are named. Without an open
/// branch the first value is the one that stands before.
/// </summary>
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>The channels of the open branches, then those of layers named earlier.</summary>
    /// <param name="labels">Names of earlier layers or blocks, within a block by a path such as <c>Block1.Conv2d2</c>.</param>
    public ConcatAttribute(params string[] labels)
    {
    }
}
