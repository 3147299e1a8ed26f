using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

public sealed class BatchNormTests
{
    private static readonly LayerCases Cases = Build();

    public static TheoryData<string> Rows => Cases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string network) => Cases.Check(network);

    [Theory]
    [InlineData(3)]
    [InlineData(19)]
    public void Moving_averages_follow_the_batches(int batch)
    {
        CompiledNetwork network = GeneratorHarness
            .Run("using NetDsl;\n[Network, Input(3, 5, 2), Conv2d(1, 1, 2), BatchNorm(Momentum = 0.75)] public sealed partial class Small;")
            .Load().Network("Small");
        float[] input = [.. Enumerable.Range(0, batch * network.InputLength).Select(i => MathF.Sin(i))];
        float[] before = network.Predict(input);
        using (TrainingPass pass = network.CreateTrainingPass(32))
        {
            pass.Forward(input);
            (double[] mean, double[] variance) = ReferenceBatchNorm.Statistics(Tensor.From(new(3, 5, 2), pass.Activation("Conv2d1")));
            ScaledError.Within(ScaledError.Tolerance, "moving_mean", Array.ConvertAll(mean, m => 0.25 * m), Values(network, "moving_mean"));
            ScaledError.Within(ScaledError.Tolerance, "moving_var", Array.ConvertAll(variance, v => 0.75 + (0.25 * v)), Values(network, "moving_var"));
        }

        Assert.NotEqual(before, network.Predict(input));
    }

    [Fact]
    public void Two_of_the_four_vectors_are_trainable()
    {
        CompiledNetwork network = GeneratorHarness
            .Run("using NetDsl;\n[Network, Input(6), Dense(5), BatchNorm(ZeroInit = true)] public sealed partial class Small;").Load().Network("Small");
        Assert.Equal(10L, network.Constant("Facts.BatchNorm1.ParameterCount"));
        Assert.Equal(6L * 5 + 5 + 10, network.Constant("ParameterCount"));
        Assert.Equal(new float[5], Values(network, "gamma"));
        Assert.All(network.Predict(new float[] { 1, 2, 3, 4, 5, 6 }), value => Assert.Equal(0, value));
        Assert.False(network.Parameters["BatchNorm1.moving_var"].Trainable);
    }

    private static float[] Values(CompiledNetwork network, string name)
    {
        Parameter parameter = network.Parameters["BatchNorm1." + name];
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static LayerCases Build()
    {
        var cases = new LayerCases();
        foreach (int channels in new[] { 1, 3, 17 })
        {
            cases.Add(new(5, 7, channels), new ReferenceBatchNorm());
            cases.Add(new(4, 4, channels), new ReferenceConv2d(3, 3, channels, same: true) { Bias = false }, new ReferenceBatchNorm { Epsilon = 1e-2 }, ReferenceActivation.Relu());
        }

        cases.Add(ReferenceShape.Features(9), new ReferenceDense(7) { Bias = false }, new ReferenceBatchNorm { Momentum = 0.9, Epsilon = 1e-2 }, ReferenceActivation.Tanh());
        cases.Add(new(3, 4, 5), new ReferenceFlatten(), new ReferenceBatchNorm(), new ReferenceDense(3));
        cases.Add(new(5, 5, 4), ReferenceActivation.Relu(), new ReferenceBatchNorm(), new ReferenceConv2d(3, 3, 6, same: true) { Groups = 2, Bias = false }, new ReferenceBatchNorm(), ReferenceActivation.Silu());
        return cases;
    }
}
