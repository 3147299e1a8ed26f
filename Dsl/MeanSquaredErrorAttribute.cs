namespace NetDsl;

/// <summary>The loss of a regression: the mean of the squared differences from the targets; stands last.</summary>
public sealed class MeanSquaredErrorAttribute : LayerAttribute;
