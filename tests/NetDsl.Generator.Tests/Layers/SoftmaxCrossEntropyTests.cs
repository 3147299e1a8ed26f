using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>The mean over the samples given, from labels and from distributions.</summary>
public sealed class SoftmaxCrossEntropyTests
{
    private static readonly LossCase Case = new(new ReferenceSoftmaxCrossEntropy());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(LossCase.Batch)]
    public void Labels_give_the_references_loss_and_gradients(int samples) => Case.CheckStep<int>(
        samples,
        (random, count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(LossCase.Outputs))],
        labels => ReferenceSoftmaxCrossEntropy.OneHot(labels, LossCase.Outputs),
        (pass, x, labels) => pass.ForwardBackward(x, labels));

    [Theory]
    [InlineData(1)]
    [InlineData(LossCase.Batch)]
    public void Distributions_give_the_references_loss_and_gradients(int samples) =>
        Case.CheckStep(samples, LossCase.Distributions, ScaledError.Widen, (pass, x, targets) => pass.ForwardBackward(x, targets));

    [Fact]
    public void Prediction_is_a_distribution_and_logits_enter_the_loss() => Case.CheckPrediction();

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        CompiledNetwork network = Case.Network();
        network.Parameters["Dense2.weight"].CopyFrom(new float[8 * LossCase.Outputs]);
        network.Parameters["Dense2.bias"].CopyFrom([1000, 0, -1000, 999, 500]);
        float[] probabilities = network.Predict(new float[LossCase.Inputs]);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));

        // The difference of one is exact; exp and a division round a few times.
        Assert.Equal(1 / (1 + Math.Exp(-1)), probabilities[0], 1e-6);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(LossCase.Outputs)]
    public void A_label_that_is_no_class_is_refused(int label)
    {
        using TrainingPass pass = Case.Network().CreateTrainingPass(1);
        Assert.Throws<ArgumentException>(() => pass.ForwardBackward(new float[LossCase.Inputs], [label]));
    }
}
