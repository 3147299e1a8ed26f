namespace NetDsl;

/// <summary>The mean of every channel over all cells: depth x height x width x channels becomes channels features (Lin et al. 2013, "Network in Network", over a volume).</summary>
public sealed class GlobalAvgPool3dAttribute : LayerAttribute;
