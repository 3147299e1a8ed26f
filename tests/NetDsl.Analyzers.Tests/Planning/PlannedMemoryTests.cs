using NetDsl.Generator.Planning;
using Shaped = NetDsl.Generator.Model.ShapedNetwork;

namespace NetDsl.Analyzers.Tests.Planning;

/// <summary>The memory of whole networks: nothing overlaps what is still needed, and simple networks take what one computes by hand.</summary>
public class PlannedMemoryTests
{
    public static TheoryData<string, string> Networks => new()
    {
        { "LeNet", Source.LeNet },
        { "residual", Source.Residual },
        { "Inception", "[Network, Input(14, 14, 8), Branch, Conv2d(1, 1, 8), Relu, Branch, Conv2d(3, 3, 16, Padding.Same), Relu, Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1), Conv2d(1, 1, 4), Concat, BatchNorm, GlobalAvgPool2d, Dense(10), SoftmaxCrossEntropy] partial class N;" },
        { "labels", "[Network, Input(8, 8, 4), Conv2d(3, 3, 4, Padding.Same, Name = \"a\"), Relu, Conv2d(3, 3, 4, Padding.Same), Add(\"a\"), MaxPool2d(2, 2), Dropout(0.5), Dense(3), MeanSquaredError] partial class N;" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void WhatIsNeededIsNotOverwritten(string name, string source)
    {
        var plan = NetworkPlan.Of(Source.Infer(source));
        KeepApart(name, [.. plan.Inference.Buffers]);
        KeepApart(name, [.. plan.Training!.Buffers]);
        Assert.Equal(plan.Inference.ArenaFloats, plan.Inference.Buffers.Max(buffer => MemoryPlan.RoundUp(buffer.Offset + buffer.Size, 16)));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryParameterHasItsPlace(string name, string source)
    {
        Shaped network = Source.Infer(source);
        long end = 0;
        foreach (PlannedParameter parameter in NetworkPlan.Of(network).Parameters)
        {
            Assert.True(parameter.Offset % 16 == 0 && parameter.Offset >= end && parameter.Offset < end + 16, $"{name}: {parameter.Name} at {parameter.Offset}");
            end = parameter.Offset + parameter.Model.Length;
        }
    }

    // Input and output of the layer that has most of both; a Same layer's input has a row or column of zeros on each side.
    [Theory]
    [InlineData("Input(10, 10, 16), Conv2d(3, 3, 32), Conv2d(1, 1, 16)", (8 * 8 * 32) + (10 * 10 * 16))]
    [InlineData("Input(10, 10, 16), Conv2d(3, 3, 32, Padding.Same)", (12 * 12 * 16) + (10 * 10 * 32))]
    [InlineData("Input(64), Dense(32), Dense(128)", 128 + 32)]
    [InlineData("Input(64), Dense(32), Relu, Dense(16)", 64 + 32)]
    public void TwoNeighboursAtATime(string layers, int floats) =>
        Assert.Equal(floats * sizeof(float), NetworkPlan.Of(Source.InferLayers(layers)).InferenceBytes);

    private static void KeepApart(string name, PlannedBuffer[] buffers)
    {
        for (int i = 0; i < buffers.Length; i++)
        {
            PlannedBuffer one = buffers[i];
            Assert.True(one.Size > 0 && one.Offset >= 0 && one.First <= one.Last, $"{name}: {one}");
            foreach (PlannedBuffer other in buffers.Take(i))
            {
                bool together = one.First <= other.Last && other.First <= one.Last;
                bool overlap = one.Offset < other.Offset + other.Size && other.Offset < one.Offset + one.Size;
                Assert.False(together && overlap, $"{name}: {one} and {other}");
            }
        }
    }
}
