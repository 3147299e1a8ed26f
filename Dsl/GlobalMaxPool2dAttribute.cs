namespace NetDsl;

/// <summary>The maximum of every channel over all cells: height x width x channels becomes channels features (Oquab et al. 2015, "Is Object Localization for Free?").</summary>
public sealed class GlobalMaxPool2dAttribute : LayerAttribute;
