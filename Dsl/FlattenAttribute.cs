namespace NetDsl;

/// <summary>The same values as a vector: any shape becomes features, in row-major order with channels last.</summary>
public sealed class FlattenAttribute : LayerAttribute;
