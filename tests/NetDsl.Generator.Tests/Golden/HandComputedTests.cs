using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Golden;

/// <summary>x = 1..13 under the kernel 2 3 5 7 11 13 with stride 5, computed by hand: small integers are exact.</summary>
public sealed class HandComputedTests
{
    [Theory]
    [InlineData("Valid", new float[] { 184, 389 })]
    [InlineData("Same", new float[] { 143, 348, 204 })]
    public void Strided_convolution_of_one_row(string padding, float[] expected)
    {
        CompiledNetwork network = GeneratorHarness.Run($"""
            using NetDsl;
            [Network, Input(1, 13, 1), Conv2d(1, 6, 1, Padding.{padding}, Stride = 5, Bias = false)]
            public sealed partial class Row;
            """).Load().Network("Row");
        network.Parameters["Conv2d1.weight"].CopyFrom([2, 3, 5, 7, 11, 13]);

        float[] input = [.. Enumerable.Range(1, 13).Select(x => (float)x)];
        Assert.Equal(expected, network.Predict(input));
        using TrainingPass pass = network.CreateTrainingPass(1);
        Assert.Equal(expected, pass.Forward(input).ToArray());
    }
}
