using Sample.Networks;

namespace NetDsl.Networks.Tests;

public sealed class TrainingPassTests
{
    [Fact]
    public void A_second_open_pass_is_refused_until_the_first_is_closed()
    {
        var network = new LeNet5();
        TrainingPass first = network.CreateTrainingPass(2);
        Assert.Throws<InvalidOperationException>(() => network.CreateTrainingPass(2));
        first.Dispose();
        first.Dispose();
        using TrainingPass second = network.CreateTrainingPass(3);
        Assert.Equal(3, second.Batch);
        using TrainingPass other = new LeNet5().CreateTrainingPass(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(20)]
    public void A_smaller_last_batch_computes_what_a_pass_of_its_size_does(int samples)
    {
        float[] input = Samples.Draw(samples * LeNet5.InputLength);
        int[] labels = Samples.Labels(samples, 10);
        using TrainingPass large = new LeNet5(1).CreateTrainingPass(20);

        // A full step first, so that what it leaves behind would show.
        large.ForwardBackward(Samples.Draw(20 * LeNet5.InputLength, 2), Samples.Labels(20, 10, 2));
        float loss = large.ForwardBackward(input, labels);
        var network = new LeNet5(1);
        using TrainingPass exact = network.CreateTrainingPass(samples);
        Assert.Equal(exact.ForwardBackward(input, labels), loss);
        Assert.Equal(samples * LeNet5.InputLength, large.InputGradient.Length);
        Assert.Equal(Samples.Bits(exact.InputGradient), Samples.Bits(large.InputGradient));
    }

    [Fact]
    public void Samples_beyond_the_batch_leave_no_trace_in_parameter_gradients()
    {
        float[] one = Samples.Draw(LeNet5.InputLength);
        float[] small = Gradients(after: null, one), large = Gradients(after: Samples.Draw(18 * LeNet5.InputLength, 2), one);
        Assert.Equal(Samples.Bits(small), Samples.Bits(large));
    }

    [Fact]
    public void Without_randomness_forward_equals_prediction()
    {
        var network = new LeNet5(1);
        float[] input = Samples.Draw(3 * LeNet5.InputLength), logits = new float[30];
        network.PredictLogits(input, logits);
        using TrainingPass pass = network.CreateTrainingPass(3);
        float[] forward = pass.Forward(input).ToArray();

        // Sums in another order: LeNet-5's logits near one differ by some 1e-7.
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(logits[i], forward[i], 1e-5));
    }

    [Fact]
    public void Gradients_need_a_pass_and_outlive_it()
    {
        var network = new LeNet5(1);
        var gradient = new float[6];
        Assert.Throws<InvalidOperationException>(() => network.Parameters["C1.bias"].CopyGradientTo(gradient));
        using (TrainingPass pass = network.CreateTrainingPass(1))
        {
            pass.ForwardBackward(Samples.Draw(LeNet5.InputLength), [1]);
        }

        network.Parameters["C1.bias"].CopyGradientTo(gradient);
        Assert.Contains(gradient, value => value != 0);
    }

    [Fact]
    public void Backward_overwrites_gradients()
    {
        var network = new LeNet5(1);
        using TrainingPass pass = network.CreateTrainingPass(2);
        float[] input = Samples.Draw(2 * LeNet5.InputLength);
        float[] first = Step(), second = Step();
        Assert.Equal(Samples.Bits(first), Samples.Bits(second));

        float[] Step()
        {
            pass.ForwardBackward(input, [1, 2]);
            return AllGradients(network.Parameters);
        }
    }

    [Fact]
    public void Activations_of_a_step_by_layer()
    {
        using TrainingPass pass = new LeNet5(1).CreateTrainingPass(3);
        float[] logits = pass.Forward(Samples.Draw(2 * LeNet5.InputLength)).ToArray();
        Assert.Equal(2 * 28 * 28 * 6, pass.Activation("C1").Length);
        Assert.Equal(logits, pass.Activation("Dense3").ToArray());
        float[] before = pass.Activation("Dense1").ToArray(), after = pass.Activation("Tanh3").ToArray();

        // A single-precision hyperbolic tangent is good to some units in the last place.
        Assert.All(Enumerable.Range(0, before.Length), i => Assert.Equal(Math.Tanh(before[i]), after[i], 1e-5));
    }

    [Fact]
    public void Steps_out_of_order_are_refused()
    {
        using TrainingPass pass = new LeNet5(1).CreateTrainingPass(1);
        Assert.Throws<InvalidOperationException>(() => pass.Backward(new float[10]));
        Assert.Throws<InvalidOperationException>(() => pass.InputGradient.Length);
        Assert.Throws<InvalidOperationException>(() => pass.Activation("C1").Length);
    }

    [Fact]
    public void A_closed_pass_is_refused()
    {
        TrainingPass pass = new LeNet5(1).CreateTrainingPass(1);
        pass.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => pass.Forward(new float[1024]).Length);
    }

    private static float[] Gradients(float[]? after, float[] input)
    {
        var network = new LeNet5(1);
        using TrainingPass pass = network.CreateTrainingPass(18);
        if (after is not null)
        {
            pass.ForwardBackward(after, Samples.Labels(18, 10));
        }

        pass.ForwardBackward(input, [4]);
        return AllGradients(network.Parameters);
    }

    private static float[] AllGradients(ParameterSet parameters) => [.. parameters.SelectMany(parameter =>
    {
        var gradient = new float[parameter.Length];
        parameter.CopyGradientTo(gradient);
        return gradient;
    })];
}
