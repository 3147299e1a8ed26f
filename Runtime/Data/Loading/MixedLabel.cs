namespace NetDsl;

/// <summary>The label of a sample that two were mixed into (Zhang et al. 2018, "mixup").</summary>
/// <param name="First">The class of the sample itself.</param>
/// <param name="Second">The class of what was mixed in.</param>
/// <param name="Share">How much of the sample itself there is, 0 to 1.</param>
public readonly record struct MixedLabel(int First, int Second, float Share)
{
    /// <summary>The label of a sample that nothing was mixed into.</summary>
    public static MixedLabel Of(int label) => new(label, label, 1);
}
