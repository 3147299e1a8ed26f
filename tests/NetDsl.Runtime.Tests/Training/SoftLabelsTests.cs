using NetDsl.Runtime;

namespace NetDsl.Tests;

public sealed class SoftLabelsTests
{
    private const int Classes = 5;
    private static readonly int[] Labels = [3, 0, 4, 3];
    private static readonly double[] Weights = [1, 0.5, 2, 1.5, 0];

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(0.3, true)]
    [InlineData(0, true)]
    public void Loss_and_gradient_follow_the_formula_in_double(double smoothing, bool weighted)
    {
        ulong key = CounterRandom.Key(8, 8);
        float[] logits = [.. Enumerable.Range(0, Labels.Length * Classes).Select(i => 4 * CounterRandom.Uniform(key, (uint)i) - 2)];
        double[] weights = weighted ? Weights : [1, 1, 1, 1, 1];
        SoftLabels soft = SoftLabels.Create(Classes, smoothing, weighted ? Weights : null)!;
        var targets = new float[logits.Length];
        for (int n = 0; n < Labels.Length; n++)
        {
            soft.Fill(Labels[n], targets.AsSpan(n * Classes, Classes));
        }

        var gradient = new float[logits.Length];
        double[] exact = Array.ConvertAll(logits, value => (double)value);
        Assert.Equal(Loss(exact, weights, smoothing), Losses.SoftmaxCrossEntropy(logits, targets, Classes, gradient), 2e-6);
        for (int i = 0; i < exact.Length; i++)
        {
            const double Step = 1e-5;
            double at = exact[i];
            exact[i] = at + Step;
            double above = Loss(exact, weights, smoothing);
            exact[i] = at - Step;
            double below = Loss(exact, weights, smoothing);
            exact[i] = at;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 1e-6);
        }
    }

    [Fact]
    public void Without_either_labels_will_do() => Assert.Null(SoftLabels.Create(Classes, 0, null));

    [Fact]
    public void Balanced_classes_weigh_the_same_in_total()
    {
        var samples = new LabeledSamples(new float[8], [0, 0, 0, 0, 0, 2, 2, 3], sampleLength: 1, classes: 5);
        IReadOnlyList<double> weights = ClassWeights.Balanced(samples);
        Assert.Equal([8 / 15.0, 1, 8 / 6.0, 8 / 3.0, 1], weights, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(8, samples.Labels.ToArray().Sum(label => weights[label]), 1e-12);
    }

    [Fact]
    public void A_class_of_weight_zero_teaches_nothing()
    {
        var samples = new LabeledSamples([1, 2, 3, 4, 5, 6, 7, 8], [1, 1], 2, 2, 1, 3);
        var network = new SoftmaxRegression(seed: 3);
        float[] before = network.Parameters["D1.weight"].Values.ToArray();
        new Trainer<SoftmaxRegression>(network, new TrainerOptions { ClassWeights = [1, 0, 1] }).Fit(samples);
        Assert.Equal(before, network.Parameters["D1.weight"].Values.ToArray());
    }

    [Fact]
    public void Smoothing_trains_as_the_labels_that_it_stands_for()
    {
        LabeledSamples samples = Digits.Make(60);
        var targets = new float[60 * 3];
        for (int i = 0; i < 60; i++)
        {
            targets.AsSpan(3 * i, 3).Fill(0.1f / 3);
            targets[3 * i + samples.Label(i)] += 0.9f;
        }

        var options = new TrainerOptions { Epochs = 3, BatchSize = 7, LabelSmoothing = 0.1 };
        var first = new SoftmaxRegression(seed: 3);
        var second = new SoftmaxRegression(seed: 3);
        TrainingHistory history = new Trainer<SoftmaxRegression>(first, options).Fit(samples);
        new Trainer<SoftmaxRegression>(second, options with { Optimizer = new Sgd(0.01, 0.9), LabelSmoothing = 0 })
            .Fit(new TargetSamples(samples.Samples.ToArray(), targets, 4, 3));
        Assert.Equal(first.Parameters[0].Values.ToArray(), second.Parameters[0].Values.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.NotNull(history.Last!.TrainAccuracy);
    }

    // w[y] * ((1 - s) * -log p[y] + s * mean over k of -log p[k]), and the mean of that over the samples.
    private static double Loss(double[] logits, double[] weights, double smoothing)
    {
        double sum = 0;
        for (int n = 0; n < Labels.Length; n++)
        {
            double[] cell = logits[(n * Classes)..((n + 1) * Classes)];
            double normalizer = Math.Log(cell.Sum(Math.Exp));
            sum += weights[Labels[n]] * (((1 - smoothing) * (normalizer - cell[Labels[n]])) + (smoothing * cell.Average(value => normalizer - value)));
        }

        return sum / Labels.Length;
    }
}
