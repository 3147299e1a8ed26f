namespace NetDsl.Runtime;

/// <summary>The literals of the dense layers at a network's end for a group of samples; written by the generator.</summary>
/// <param name="Samples">Samples of a group.</param>
/// <param name="Features">Where the last value before those layers stands in a sample's arena; -1 where it is the caller's sample.</param>
/// <param name="FeatureFloats">Floats of that value.</param>
/// <param name="FeatureRow">From one sample's features to the next one's, in the group's memory, at whose start they stand.</param>
/// <param name="Output">Where the outputs stand in the group's memory.</param>
/// <param name="OutputRow">From one sample's outputs to the next one's.</param>
/// <param name="Floats">Size of the group's memory.</param>
public sealed record GroupPlan(int Samples, int Features, int FeatureFloats, int FeatureRow, int Output, int OutputRow, int Floats);
