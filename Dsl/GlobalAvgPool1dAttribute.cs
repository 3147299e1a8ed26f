namespace NetDsl;

/// <summary>The mean of every channel over all steps: length x channels becomes channels features (Lin et al. 2013, "Network in Network", along a sequence).</summary>
public sealed class GlobalAvgPool1dAttribute : LayerAttribute;
