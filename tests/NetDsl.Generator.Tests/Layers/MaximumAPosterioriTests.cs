using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>The mean over the samples given, from labels and from distributions.</summary>
public sealed class MaximumAPosterioriTests
{
    private static readonly Dictionary<double, LossCase> Cases = new double[] { 0.1, 2.5 }
        .ToDictionary(penalty => penalty, penalty => new LossCase(new ReferenceMaximumAPosteriori(penalty)));

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.1, LossCase.Batch)]
    [InlineData(2.5, 3)]
    public void Labels_give_the_references_loss_and_gradients(double penalty, int samples) => Cases[penalty].CheckStep<int>(
        samples,
        (random, count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(LossCase.Outputs))],
        labels => ReferenceSoftmaxCrossEntropy.OneHot(labels, LossCase.Outputs),
        (pass, x, labels) => pass.ForwardBackward(x, labels));

    [Theory]
    [InlineData(1)]
    [InlineData(LossCase.Batch)]
    public void Distributions_give_the_references_loss_and_gradients(int samples) =>
        Cases[2.5].CheckStep(samples, LossCase.Distributions, ScaledError.Widen, (pass, x, targets) => pass.ForwardBackward(x, targets));

    [Fact]
    public void Prediction_is_a_distribution_and_distances_enter_the_loss() => Cases[0.1].CheckPrediction();

    [Fact]
    public void Large_distances_do_not_overflow()
    {
        CompiledNetwork network = Cases[0.1].Network();
        network.Parameters["Dense2.weight"].CopyFrom(new float[8 * LossCase.Outputs]);
        network.Parameters["Dense2.bias"].CopyFrom([1000, 3000, 2000, 1001, 1500]);
        float[] probabilities = network.Predict(new float[LossCase.Inputs]);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
        Assert.Equal(1 / (1 + Math.Exp(-1)), probabilities[0], 1e-6);

        // All classes are far beyond rubbish: the loss is the distance less the penalty, and only the right one is pulled.
        using TrainingPass pass = network.CreateTrainingPass(1);
        Assert.Equal(1499.9f, pass.ForwardBackward(new float[LossCase.Inputs], [4]), 1e-3f);
        var gradient = new float[LossCase.Outputs];
        network.Parameters["Dense2.bias"].CopyGradientTo(gradient);
        Assert.Equal([0, 0, 0, 0, 1], gradient);
    }

    [Fact]
    public void A_label_that_is_no_class_is_refused()
    {
        using TrainingPass pass = Cases[0.1].Network().CreateTrainingPass(1);
        Assert.Throws<ArgumentException>(() => pass.ForwardBackward(new float[LossCase.Inputs], [LossCase.Outputs]));
    }
}
