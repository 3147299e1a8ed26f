using NetDsl.Testing;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>The mean over all output values of the samples given.</summary>
public sealed class MeanSquaredErrorTests
{
    private static readonly LossCase Case = new(new ReferenceMeanSquaredError());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(LossCase.Batch)]
    public void Loss_and_gradients_agree_with_the_reference(int samples) =>
        Case.CheckStep(samples, LossCase.Distributions, ScaledError.Widen, (pass, x, targets) => pass.ForwardBackward(x, targets));

    [Fact]
    public void Prediction_is_what_enters_the_loss() => Case.CheckPrediction();

    [Fact]
    public void Labels_are_refused()
    {
        using TrainingPass pass = Case.Network().CreateTrainingPass(1);
        Assert.Throws<InvalidOperationException>(() => pass.ForwardBackward(new float[LossCase.Inputs], [0]));
    }

    [Fact]
    public void Without_a_loss_there_are_no_targets()
    {
        using TrainingPass pass = new LossCase(null).Network().CreateTrainingPass(1);
        Assert.Throws<InvalidOperationException>(() => pass.ForwardBackward(new float[LossCase.Inputs], new float[LossCase.Outputs]));
    }
}
