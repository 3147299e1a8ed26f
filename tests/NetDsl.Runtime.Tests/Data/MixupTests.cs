namespace NetDsl.Tests;

public class MixupTests
{
    [Fact]
    public void Mixup_mixes_samples_and_labels_in_the_same_shares()
    {
        LabeledSamples data = TransformTests.Colours(40);
        var mixed = new TransformedDataset(data, [], seed: 1, new Mixup(1));
        var shares = new List<double>();
        for (int index = 0; index < 40; index++)
        {
            MixedLabel label = mixed.Label(2, index);
            float[] sample = Sample(mixed, 2, index);
            shares.Add(label.Share);
            Assert.Equal(data.Label(index), label.First);
            Assert.Contains(Enumerable.Range(0, 40).Where(other => data.Label(other) == label.Second), other =>
                Math.Abs(label.Share * data.Sample(index)[0] + (1 - label.Share) * data.Sample(other)[0] - sample[0]) < 1e-4);
        }

        Assert.InRange(shares.Average(), 0.35, 0.65);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.2, true)]
    public void A_training_steps_along_the_gradient_of_the_mixed_labels(double smoothing, bool weighted)
    {
        LabeledSamples data = Digits.Make(24);
        var mixed = new TransformedDataset(data, [], seed: 3, new Mixup(1));
        double[] weights = weighted ? [0.5, 2, 1] : [1, 1, 1];
        var network = new SoftmaxRegression(1);
        double[] expected = new double[3];
        for (int i = 0; i < data.Count; i++)
        {
            MixedLabel label = mixed.Label(1, i);
            float[] predicted = network.Predict(Sample(mixed, 1, i));
            foreach ((int actual, double share) in new[] { (label.First, (double)label.Share), (label.Second, 1.0 - label.Share) })
            {
                for (int j = 0; j < 3; j++)
                {
                    double target = (j == actual ? 1 - smoothing : 0) + smoothing / 3;
                    expected[j] -= share * weights[actual] * (predicted[j] - target) / data.Count;
                }
            }
        }

        var options = new TrainerOptions
        {
            Optimizer = new Sgd(1),
            BatchSize = 24,
            Seed = 5,
            LabelSmoothing = smoothing,
            ClassWeights = weighted ? weights : null,
        };
        new Trainer<SoftmaxRegression>(network, options).Fit(mixed);
        var bias = new float[3];
        network.Parameters["D1.bias"].CopyTo(bias);
        Assert.Equal(expected, Array.ConvertAll(bias, value => (double)value), (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.Contains(expected, value => Math.Abs(value) > 1e-3);
    }

    [Fact]
    public void What_is_mixed_is_not_mixed_again()
    {
        var mixed = new TransformedDataset(Digits.Make(10), [], mixup: new Mixup());
        Assert.Contains("mixed already", Assert.Throws<ArgumentException>(() => new TransformedDataset(mixed, [], mixup: new Mixup())).Message, StringComparison.Ordinal);
        Assert.True(new TransformedDataset(mixed, [new RandomFlip()]).MixesLabels);
    }

    private static float[] Sample(TransformedDataset dataset, int epoch, int index)
    {
        var sample = new float[dataset.SampleLength];
        dataset.CopySample(epoch, index, sample);
        return sample;
    }
}
