using NetDsl.Testing.Reference;
using Xunit;

namespace NetDsl.Testing.Golden;

/// <summary>What tests over golden cases share: their rows, and the way of a case's arrays into a network.</summary>
public static class GoldenData
{
    /// <summary>The row that stands for all where there is no data, so that a skip is seen.</summary>
    public const string Absent = "(no data)";

    public static TheoryData<string> Rows => GoldenKinds.Ids is { Count: > 0 } ids ? [.. ids] : [Absent];

    /// <summary>Golden arrays are called after the tensor alone: <c>weight</c> for <c>Conv2d1.weight</c>.</summary>
    public static string ArrayName(ReferenceParameter parameter) => parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public static void SetParameters(GoldenCase golden, ReferenceNetwork network)
    {
        foreach (ReferenceParameter parameter in network.Parameters)
        {
            Assert.Equal(golden.Shape(ArrayName(parameter)), parameter.Shape);
            ScaledError.Widen(golden.Floats(ArrayName(parameter))).CopyTo(parameter.Value, 0);
        }
    }
}
