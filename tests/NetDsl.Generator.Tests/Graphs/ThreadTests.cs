using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Graphs;

/// <summary>A graph gives equal bits however many threads work on it.</summary>
public sealed class ThreadTests
{
    private const string Declaration = """
        using NetDsl;
        [Network, Input(32, 32, 6)]
        [Conv2d(3, 3, 20, Padding.Same, Bias = false), BatchNorm, Relu(Name = "Stem")]
        [Branch, AvgPool2d(8, 8), Dense(5), Output("aux", LossWeight = 0.3)]
        [Branch, Conv2d(1, 1, 20), Relu]
        [Branch, Conv2d(3, 3, 24, Padding.Same), Tanh]
        [Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1)]
        [Concat]
        [Conv2d(3, 3, 20, Padding.Same), BatchNorm, Add("Stem"), Relu]
        [GlobalAvgPool2d, Dropout(0.2), Dense(5), SoftmaxCrossEntropy]
        public sealed partial class Net;
        """;

    private static readonly Lazy<CompiledProject> Project = new(() => GeneratorHarness.Run(Declaration).Load());

    [Theory]
    [InlineData(5)]
    [InlineData(33)]
    public void Training_does_not_depend_on_threads(int batch)
    {
        int[] alone = Train(batch, threads: 1);
        Assert.Equal(alone, Train(batch, threads: 2));
        Assert.Equal(alone, Train(batch, threads: 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Prediction_does_not_depend_on_threads(int batch)
    {
        int[] alone = Predict(batch, threads: 1);
        Assert.Equal(alone, Predict(batch, threads: 2));
        Assert.Equal(alone, Predict(batch, threads: 3));
    }

    // Below ten million multiplications one sample is one thread's, and nothing would be shared.
    [Fact]
    public void One_sample_is_worth_sharing() => Assert.True((long)Network().Constant("Multiplies") > 10_000_000);

    private static int[] Train(int batch, int threads)
    {
        CompiledNetwork network = Network();
        using TrainingPass pass = network.CreateTrainingPass(batch, threads);
        var optimizer = new Sgd(0.05, momentum: 0.9);
        float loss = 0;
        for (int step = 0; step < 3; step++)
        {
            var random = new Random(step);
            int[] labels = [.. Enumerable.Range(0, batch).Select(_ => random.Next(5))];
            loss = pass.ForwardBackward(Draw(random, batch * network.InputLength), labels);
            optimizer.Step(network.Parameters);
        }

        IEnumerable<float> learned = network.Parameters.SelectMany(parameter =>
        {
            var values = new float[parameter.Length];
            parameter.CopyTo(values);
            return values;
        });
        return Bits([loss, .. pass.Logits, .. pass.InputGradient, .. learned]);
    }

    private static int[] Predict(int batch, int threads)
    {
        CompiledNetwork network = Network();
        network.Threads = threads;
        return Bits(network.PredictLogits(Draw(new Random(1), batch * network.InputLength)));
    }

    private static CompiledNetwork Network() => Project.Value.Network("Net", seed: 1);

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];

    // Equality of floats says nothing of NaN and signed zero.
    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
