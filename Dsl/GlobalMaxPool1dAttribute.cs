namespace NetDsl;

/// <summary>The maximum of every channel over all steps: length x channels becomes channels features (Oquab et al. 2015, "Is Object Localization for Free?", along a sequence).</summary>
public sealed class GlobalMaxPool1dAttribute : LayerAttribute;
