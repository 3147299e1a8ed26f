using Sample.Networks;

namespace NetDsl.Networks.Tests;

public sealed class PredictionTests
{
    [Fact]
    public void Probabilities_sum_to_one_and_follow_from_the_logits()
    {
        var network = new LeNet5(1);
        float[] input = Samples.Draw(4 * LeNet5.InputLength);
        float[] probabilities = network.Predict(input), logits = new float[40];
        network.PredictLogits(input, logits);
        for (int n = 0; n < 4; n++)
        {
            double[] weights = [.. logits[(n * 10)..((n + 1) * 10)].Select(logit => Math.Exp(logit))];
            for (int i = 0; i < 10; i++)
            {
                // An exponential, a sum of ten and a division round to a few 1e-7.
                Assert.Equal(weights[i] / weights.Sum(), probabilities[(n * 10) + i], 1e-6);
            }
        }
    }

    [Fact]
    public void Without_a_softmax_loss_logits_are_the_prediction()
    {
        var network = new Regression(1);
        float[] input = Samples.Draw(Regression.InputLength), logits = new float[Regression.OutputLength];
        network.PredictLogits(input, logits);
        Assert.Equal(network.Predict(input), logits);
    }

    [Fact]
    public void A_change_of_parameters_shows_in_the_next_prediction()
    {
        var network = new LeNet5(1);
        float[] input = Samples.Draw(LeNet5.InputLength), before = network.Predict(input);
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.CopyFrom(new float[parameter.Length]);
        }

        Assert.NotEqual(before, network.Predict(input));

        // A tenth has an error of half a unit in the last place.
        Assert.All(network.Predict(input), p => Assert.Equal(0.1f, p, 1e-7));
    }

    [Fact]
    public void Not_a_number_passes_through()
    {
        float[] input = Samples.Draw(2 * LeNet5.InputLength);
        input[LeNet5.InputLength + 17] = float.NaN;
        float[] output = new LeNet5(1).Predict(input);
        Assert.All(output[..10], p => Assert.True(float.IsFinite(p)));
        Assert.All(output[10..], p => Assert.True(float.IsNaN(p)));
    }

    [Fact]
    public void Not_a_number_in_one_cell_reaches_only_what_sees_it()
    {
        float[] input = Samples.Draw(Outer.Inner.InputLength);
        input[^1] = float.NaN;
        float[] output = new Outer.Inner(1).Predict(input);
        Assert.All(output[..6], value => Assert.True(float.IsFinite(value)));
        Assert.All(output[6..], value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void Nothing_of_the_previous_prediction_remains()
    {
        var network = new LeNet5(1);
        float[] input = Samples.Draw(LeNet5.InputLength), expected = network.Predict(input);
        var poison = new float[LeNet5.InputLength];
        Array.Fill(poison, float.NaN);
        network.Predict(poison);
        Assert.Equal(Samples.Bits(expected), Samples.Bits(network.Predict(input)));
    }
}
