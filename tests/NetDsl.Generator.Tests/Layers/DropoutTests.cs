using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class DropoutTests
{
    private const int Features = 1000;
    private const int Batch = 20;
    private const double Rate = 0.3;

    private static readonly Lazy<CompiledProject> Project = new(() => GeneratorHarness.Run("""
        using NetDsl;
        [Network, Input(1000), Dropout(0.3)]
        public sealed partial class Dropped;
        [Network, Input(1000), Dropout(0)]
        public sealed partial class Kept;
        [Network, Input(3, 5, 7), Conv2d(3, 3, 5), Relu, Dropout(0.5), Dense(4)]
        public sealed partial class Within;
        [Network, Input(3, 4, 32), Conv2d(1, 1, 32), Dropout(0.5)]
        public sealed partial class Blocks;
        [Network, Input(3, 4, 32), Conv2d(1, 1, 32), Dropout(0.5), ZeroPad2d(0, 1, 0, 0)]
        public sealed partial class Lanes;
        """).Load());

    private static float[] Ones => [.. Enumerable.Repeat(1f, Features * Batch)];

    [Fact]
    public void Prediction_is_the_identity()
    {
        float[] input = [.. Enumerable.Range(0, Features).Select(i => (float)i)];
        Assert.Equal(input, Project.Value.Network("Dropped").Predict(input));
    }

    [Fact]
    public void Prediction_within_a_network_agrees_with_the_reference()
    {
        var reference = new ReferenceNetwork(
            new(3, 5, 7), [new ReferenceConv2d(3, 3, 5), ReferenceActivation.Relu(), new ReferenceDropout(0.5), new ReferenceDense(4)]);
        NetworkComparison.Run(reference, Project.Value.Network("Within"), batch: 3, seed: 1);
    }

    [Fact]
    public void Training_keeps_the_mean()
    {
        using TrainingPass pass = Project.Value.Network("Dropped").CreateTrainingPass(Batch);
        float[] output = pass.Forward(Ones).ToArray();

        // Kept values are divided by what remains, which takes one rounding.
        Assert.All(output, value => Assert.True(value == 0 || Math.Abs(value - (1 / (1 - Rate))) < 1e-6, $"{value}"));

        // Of 20,000 values the dropped share has a standard deviation of 0.0032; six of them never happen by chance.
        double dropped = output.Count(value => value == 0) / (double)output.Length;
        Assert.InRange(dropped, Rate - 0.02, Rate + 0.02);
    }

    [Fact]
    public void The_gradient_passes_where_the_value_did()
    {
        using TrainingPass pass = Project.Value.Network("Dropped").CreateTrainingPass(Batch);
        float[] output = pass.Forward(Ones).ToArray();
        pass.Backward(Ones);
        Assert.Equal(output, pass.InputGradient.ToArray());
    }

    [Fact]
    public void The_mask_depends_on_seed_and_step_alone()
    {
        List<float[]> first = Steps(seed: 5, threads: 1), again = Steps(seed: 5, threads: 2), other = Steps(seed: 6, threads: 1);
        Assert.Equal(first, again);
        Assert.NotEqual(first[0], first[1]);
        Assert.NotEqual(first[0], other[0]);
    }

    [Fact]
    public void Samples_have_masks_of_their_own()
    {
        using TrainingPass pass = Project.Value.Network("Dropped").CreateTrainingPass(Batch);
        float[] output = pass.Forward(Ones).ToArray();
        Assert.NotEqual(output[..Features], output[Features..(2 * Features)]);
    }

    [Fact]
    public void The_mask_is_the_same_whether_a_cell_holds_samples_or_channels()
    {
        bool[][] kept = [.. new[] { "Blocks", "Lanes" }.Select(name =>
        {
            CompiledNetwork network = Project.Value.Network(name);
            using TrainingPass pass = network.CreateTrainingPass(Batch);
            pass.Forward([.. Enumerable.Range(0, Batch * network.InputLength).Select(i => 1 + MathF.Sin(i))]);
            return pass.Activation("Dropout1").ToArray().Select(value => value != 0).ToArray();
        })];
        Assert.Equal(kept[0], kept[1]);
        Assert.Contains(false, kept[0]);
    }

    [Fact]
    public void Rate_zero_drops_nothing()
    {
        using TrainingPass pass = Project.Value.Network("Kept").CreateTrainingPass(Batch);
        Assert.Equal(Ones, pass.Forward(Ones).ToArray());
    }

    private static List<float[]> Steps(int seed, int threads)
    {
        using TrainingPass pass = Project.Value.Network("Dropped", seed).CreateTrainingPass(Batch, threads);
        return [.. Enumerable.Range(0, 3).Select(_ => pass.Forward(Ones).ToArray())];
    }
}
