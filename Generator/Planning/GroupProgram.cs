using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// The dense layers at a network's end for a group of samples of a batch: memory and calls. What comes before them is done sample by
/// sample.
/// </summary>
/// <param name="Rows">Where the layers' values stand, a row for each sample, and behind them the sums.</param>
/// <param name="Steps">The calls that compute.</param>
/// <param name="Features">Where the last value before them stands in a sample's memory; the caller's sample where it stays there.</param>
/// <param name="FeatureFloats">Its length.</param>
/// <param name="OutputRows">Where the outputs stand.</param>
/// <param name="Floats">Size of the group's memory.</param>
internal sealed record GroupProgram(
    EquatableArray<Constant> Rows, EquatableArray<Step> Steps, string Features, int FeatureFloats, string OutputRows, long Floats);
