using System.Text.Json;
using NetDsl.Runtime;

namespace NetDsl.Tests;

public unsafe class OptimizerTests
{
    private const int Length = 37;
    private const int Steps = 25;

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0.9, false, 0)]
    [InlineData(0.9, true, 0)]
    [InlineData(0, false, 0.1)]
    [InlineData(0.9, false, 0.1)]
    [InlineData(0.9, true, 0.1)]
    public void Sgd_follows_its_formula_in_double(double momentum, bool nesterov, double decay)
    {
        var velocity = new double[Length];
        Follow(new Sgd(0.05, momentum, nesterov) { Decay = decay, Decays = WeightDecay.All }, 2e-6, (i, weight, gradient, _) =>
        {
            double slope = gradient + decay * weight;
            velocity[i] = momentum * velocity[i] + slope;
            return weight - 0.05 * (nesterov ? slope + momentum * velocity[i] : velocity[i]);
        });
    }

    [Theory]
    [InlineData(0.9, 0.999, 1e-8)]
    [InlineData(0.5, 0.9, 1e-3)]
    public void Adam_follows_its_formula_in_double(double beta1, double beta2, double epsilon)
    {
        var mean = new double[Length];
        var square = new double[Length];
        Follow(new Adam(0.01, beta1, beta2, epsilon), 1e-5, (i, weight, gradient, step) =>
        {
            mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
            square[i] = beta2 * square[i] + (1 - beta2) * gradient * gradient;
            double meanHat = mean[i] / (1 - Math.Pow(beta1, step));
            double squareHat = square[i] / (1 - Math.Pow(beta2, step));
            return weight - 0.01 * meanHat / (Math.Sqrt(squareHat) + epsilon);
        });
    }

    [Theory]
    [InlineData(0.01, 0.9)]
    [InlineData(0.5, 0.5)]
    public void AdamW_follows_its_formula_in_double(double weightDecay, double beta1)
    {
        var mean = new double[Length];
        var square = new double[Length];
        Follow(new AdamW(0.01, weightDecay, beta1) { Decays = WeightDecay.All }, 1e-5, (i, weight, gradient, step) =>
        {
            mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
            square[i] = 0.999 * square[i] + 0.001 * gradient * gradient;
            double meanHat = mean[i] / (1 - Math.Pow(beta1, step));
            double squareHat = square[i] / (1 - Math.Pow(0.999, step));
            return weight - 0.01 * weightDecay * weight - 0.01 * meanHat / (Math.Sqrt(squareHat) + 1e-8);
        });
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.5, 0.9)]
    public void RmsProp_follows_its_formula_in_double(double decay, double momentum)
    {
        var square = new double[Length];
        var velocity = new double[Length];
        Follow(new RmsProp(0.01, decay, momentum, 1e-6), 1e-5, (i, weight, gradient, _) =>
        {
            square[i] = decay * square[i] + (1 - decay) * gradient * gradient;
            velocity[i] = momentum * velocity[i] + gradient / (Math.Sqrt(square[i]) + 1e-6);
            return weight - 0.01 * velocity[i];
        });
    }

    [Fact]
    public void Weight_decay_leaves_vectors_alone_unless_told()
    {
        var store = new ParameterStore(
            new ParameterSpec("C1.weight", [2, 3], Initializer.Zeros, 1, 1, 1),
            new ParameterSpec("C1.bias", [3], Initializer.Zeros, 1, 1, 1));
        _ = store.GradientPointer;
        var parameters = new ParameterSet(store);
        store.Values.Fill(1);
        new AdamW(0.1, 0.5).Step(parameters);
        Assert.All(store.Values[..6].ToArray(), value => Assert.Equal(0.95f, value, 1e-6f));
        Assert.All(store.Values.Slice(16, 3).ToArray(), value => Assert.Equal(1f, value));
        store.Values.Fill(1);
        new Sgd(0.1) { Decay = 0.5 }.Step(parameters);
        Assert.All(store.Values[..6].ToArray(), value => Assert.Equal(0.95f, value, 1e-6f));
        Assert.All(store.Values.Slice(16, 3).ToArray(), value => Assert.Equal(1f, value));
        new AdamW(0.1, 0.5) { Decays = WeightDecay.All }.Step(parameters);
        Assert.All(store.Values.Slice(16, 3).ToArray(), value => Assert.Equal(0.95f, value, 1e-6f));
    }

    [SkippableTheory]
    [InlineData("optim_sgd")]
    [InlineData("optim_momentum")]
    [InlineData("optim_nesterov")]
    [InlineData("optim_adam")]
    public void Weights_follow_the_reference_data(string id)
    {
        GoldenCase golden = GoldenCase.Find(id);
        float[] expected = golden.Floats("output");
        float[] gradients = golden.Floats("gradients");
        float[] weights = golden.Floats("input");
        (ParameterStore store, ParameterSet parameters) = Store(weights);
        Optimizer optimizer = OptimizerOf(golden.Hyper);
        for (int step = 0; step < gradients.Length / weights.Length; step++)
        {
            gradients.AsSpan(step * weights.Length, weights.Length).CopyTo(store.Gradients);
            optimizer.Step(parameters);
            for (int i = 0; i < weights.Length; i++)
            {
                float want = expected[step * weights.Length + i];
                Assert.Equal(want, store.Values[i], 2e-6f * Math.Max(1, Math.Abs(want)));
            }
        }
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    public void A_step_allocates_nothing_once_warm(string name)
    {
        (ParameterStore store, ParameterSet parameters) = Store(new float[1000]);
        Optimizer optimizer = Named(name, 0.01, 0.9);
        store.Gradients.Fill(0.1f);
        optimizer.Step(parameters);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            optimizer.Step(parameters);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Parameters_that_are_not_trainable_stay()
    {
        var store = new ParameterStore(
            new ParameterSpec("mean", [20], Initializer.Zeros, 1, 1, 1, 0, Trainable: false),
            new ParameterSpec("gamma", [20], Initializer.Zeros, 1, 1, 1));
        _ = store.GradientPointer;
        store.Gradients.Fill(1);
        int version = store.Version;
        new Sgd(0.5).Step(new ParameterSet(store));
        Assert.Equal(new float[32], store.Values[..32].ToArray());
        Assert.All(store.Values.Slice(32, 20).ToArray(), value => Assert.Equal(-0.5f, value));
        Assert.Equal(new float[12], store.Values[52..].ToArray());
        Assert.True(store.Version > version);
    }

    [Fact]
    public void Every_network_has_its_own_momentum()
    {
        var shared = new Sgd(0.1, 0.9);
        (ParameterStore first, ParameterSet firstParameters) = Store([0]);
        (ParameterStore second, ParameterSet secondParameters) = Store([0]);
        first.Gradients[0] = second.Gradients[0] = 1;
        shared.Step(firstParameters);
        shared.Step(firstParameters);
        shared.Step(secondParameters);
        Assert.Equal(-0.1f, second.Values[0], 1e-7f);
    }

    [Fact]
    public void A_step_without_gradients_says_what_is_missing()
    {
        var parameters = new ParameterSet(new ParameterStore(new ParameterSpec("w", [1], Initializer.Zeros, 1, 1, 1)));
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => new Sgd(0.1).Step(parameters));
        Assert.Contains("CreateTrainingPass", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_must_be_above_zero_and_finite(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepRate(rate, 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepRate(0.1, rate, 1));
    }

    [Fact]
    public void Momentum_and_decays_must_be_below_1()
    {
        Assert.Contains("The momentum is 1;", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0.1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0.1, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0.1, epsilon: 0));
        Assert.Contains("The weight decay is -1;", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1) { Decay = -1 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_step_with_the_epochs()
    {
        var schedule = new StepRate(0.1, 0.5, everyEpochs: 2);
        Assert.Equal([0.1f, 0.1f, 0.05f, 0.05f, 0.025f], Enumerable.Range(0, 5).Select(schedule.Rate));
        var optimizer = new Sgd(schedule);
        Assert.Equal(0.1f, optimizer.LearningRate);
        optimizer.BeginEpoch(4);
        Assert.Equal(0.025f, optimizer.LearningRate);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepRate(0.1, 0.5, 0));
    }

    private static void Follow(Optimizer optimizer, double tolerance, Func<int, double, double, int, double> update)
    {
        ulong key = CounterRandom.Key(5, 5);
        float[] weights = [.. Enumerable.Range(0, Length).Select(i => CounterRandom.Uniform(key, (uint)i) - 0.5f)];
        double[] expected = Array.ConvertAll(weights, weight => (double)weight);
        (ParameterStore store, ParameterSet parameters) = Store(weights);
        for (int step = 1; step <= Steps; step++)
        {
            for (int i = 0; i < Length; i++)
            {
                store.Gradients[i] = CounterRandom.Uniform(key, (uint)(step * Length + i)) - 0.5f;
                expected[i] = update(i, expected[i], store.Gradients[i], step);
            }

            optimizer.Step(parameters);
            for (int i = 0; i < Length; i++)
            {
                Assert.Equal(expected[i], store.Values[i], tolerance);
            }
        }
    }

    private static Optimizer OptimizerOf(JsonElement hyper) => hyper.GetProperty("name").GetString() == "adam"
        ? new Adam(
            hyper.GetProperty("lr").GetDouble(),
            hyper.GetProperty("beta1").GetDouble(),
            hyper.GetProperty("beta2").GetDouble(),
            hyper.GetProperty("epsilon").GetDouble())
        : Named(hyper.GetProperty("name").GetString()!, hyper.GetProperty("lr").GetDouble(), hyper.GetProperty("momentum").GetDouble());

    private static Optimizer Named(string name, double rate, double momentum) => name switch
    {
        "sgd" => new Sgd(rate),
        "momentum" => new Sgd(rate, momentum),
        "nesterov" => new Sgd(rate, momentum, nesterov: true),
        _ => new Adam(rate),
    };

    private static (ParameterStore Store, ParameterSet Parameters) Store(float[] weights)
    {
        var store = new ParameterStore(new ParameterSpec("w", [weights.Length], Initializer.Zeros, 1, 1, 1));
        _ = store.GradientPointer;
        weights.CopyTo(store.Values);
        return (store, new ParameterSet(store));
    }
}
