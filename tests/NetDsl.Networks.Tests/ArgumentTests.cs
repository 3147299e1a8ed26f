using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Wrong lengths are told with the length that would be right.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void Input_that_is_no_multiple_of_a_sample()
    {
        var network = new LeNet5();
        const string Message = "Input has 1,023 values; LeNet5 expects a multiple of 1,024 (32 x 32 x 1)";
        Assert.Contains(Message, Assert.Throws<ArgumentException>(() => network.Predict(new float[1023])).Message, StringComparison.Ordinal);
        Assert.Contains(Message, Assert.Throws<ArgumentException>(() => network.Predict(new float[1023], new float[10])).Message, StringComparison.Ordinal);
        Assert.Contains(Message, Assert.Throws<ArgumentException>(() => network.PredictLogits(new float[1023], new float[10])).Message, StringComparison.Ordinal);
        using TrainingPass pass = network.CreateTrainingPass(1);
        Assert.Contains(Message, Assert.Throws<ArgumentException>(() => pass.Forward(new float[1023]).Length).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_are_named_as_they_are() => Assert.Contains(
        "Input has 13 values; Regression expects a multiple of 12",
        Assert.Throws<ArgumentException>(() => new Regression().Predict(new float[13])).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(20)]
    public void Output_of_another_length(int length)
    {
        var network = new LeNet5();
        Assert.Throws<ArgumentException>(() => network.Predict(new float[1024], new float[length]));
        Assert.Throws<ArgumentException>(() => network.PredictLogits(new float[1024], new float[length]));
    }

    [Fact]
    public void No_samples_give_no_outputs() => Assert.Empty(new LeNet5().Predict([]));

    [Fact]
    public void Threads_below_one()
    {
        var network = new LeNet5();
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Threads = 0);
        Assert.Equal(Environment.ProcessorCount, network.Threads);
        network.Threads = 3;
        Assert.Equal(3, network.Threads);
    }

    [Fact]
    public void A_batch_below_one_or_fewer_threads_than_none()
    {
        var network = new LeNet5();
        Assert.ThrowsAny<ArgumentException>(() => network.CreateTrainingPass(0));
        Assert.ThrowsAny<ArgumentException>(() => network.CreateTrainingPass(1, -1));
        using TrainingPass afterwards = network.CreateTrainingPass(1);
        Assert.Equal(1, afterwards.Batch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void More_samples_than_the_pass_takes_or_none(int samples)
    {
        using TrainingPass pass = new LeNet5().CreateTrainingPass(2);
        Assert.Throws<ArgumentException>(() => pass.Forward(new float[samples * 1024]).Length);
        Assert.Throws<ArgumentException>(() => pass.ForwardBackward(new float[samples * 1024], new int[samples]));
    }

    [Fact]
    public void Gradient_labels_and_targets_of_another_length()
    {
        using TrainingPass pass = new LeNet5().CreateTrainingPass(2);
        pass.Forward(new float[2048]);
        Assert.Throws<ArgumentException>(() => pass.Backward(new float[10]));
        Assert.Throws<ArgumentException>(() => pass.ForwardBackward(new float[2048], [1]));
        Assert.Throws<ArgumentException>(() => pass.ForwardBackward(new float[2048], new float[10]));
    }

    [Fact]
    public void An_activation_of_no_layer()
    {
        using TrainingPass pass = new LeNet5().CreateTrainingPass(1);
        pass.Forward(new float[1024]);
        Assert.Contains("C1", Assert.Throws<ArgumentException>(() => pass.Activation("C2").Length).Message, StringComparison.Ordinal);
    }
}
