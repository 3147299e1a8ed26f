using NetDsl.Testing.Harness;
using NetDsl.Testing.Snapshots;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>The whole text of networks small enough to read; large ones are held by counts and limits.</summary>
public sealed class TinyNetworkSnapshots
{
    [Fact]
    public void Convolution() => Snapshot.Verify(GeneratorHarness.Run("""
        using NetDsl;
        [Network(Unroll = Unroll.Tile), Input(4, 4, 1), Conv2d(2, 2, 2), Relu, Dense(2), SoftmaxCrossEntropy]
        public sealed partial class Tiny;
        """));

    [Fact]
    public void Blocks_of_channels() => Snapshot.Verify(GeneratorHarness.Run("""
        using NetDsl;
        [Network(Unroll = Unroll.Tile), Input(4, 4, 16), Conv2d(2, 2, 16, Bias = false), BatchNorm, Relu, Dense(2), SoftmaxCrossEntropy]
        public sealed partial class Wide;
        """));

    [Fact]
    public void Prediction_alone() => Snapshot.Verify(GeneratorHarness.Run("""
        using NetDsl;
        namespace Small;
        [Network(Training = false), Input(3), Dense(2), Tanh]
        public sealed partial class Predictor;
        """));

    [Fact]
    public void Error_stub() => Snapshot.Verify(GeneratorHarness.Run(PipelineSource.Faulty));
}
