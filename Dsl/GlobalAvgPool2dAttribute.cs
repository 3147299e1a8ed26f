namespace NetDsl;

/// <summary>The mean of every channel over all cells: height x width x channels becomes channels features (Lin et al. 2013, "Network in Network").</summary>
public sealed class GlobalAvgPool2dAttribute : LayerAttribute;
