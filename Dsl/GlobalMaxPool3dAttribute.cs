namespace NetDsl;

/// <summary>The maximum of every channel over all cells: depth x height x width x channels becomes channels features (Oquab et al. 2015, "Is Object Localization for Free?", over a volume).</summary>
public sealed class GlobalMaxPool3dAttribute : LayerAttribute;
