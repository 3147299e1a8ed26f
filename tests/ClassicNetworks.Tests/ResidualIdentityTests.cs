using NetDsl;

namespace ClassicNetworks.Tests;

/// <summary>With a last gamma of 0 a fresh residual network hands its values on (Goyal et al. 2017).</summary>
public sealed class ResidualIdentityTests
{
    private static readonly int[] Units = [3, 8, 36, 3];

    [Fact]
    public void A_fresh_ResNet152_is_the_identity_through_every_residual_branch()
    {
        var network = new ResNet152(seed: 1);
        using TrainingPass pass = network.CreateTrainingPass(batch: 1);
        (float[] picture, _) = MadeUpPictures.Draw(seed: 1, count: 1, ResNet152.InputLength, ResNet152.OutputLength);
        pass.Forward(picture);
        float[] before = pass.Activation("ResidualStem1.MaxPool2d1").ToArray();
        foreach (string block in Blocks())
        {
            Assert.All(pass.Activation($"{block}.BatchNorm3").ToArray(), value => Assert.Equal(0, value));
            float[] after = pass.Activation($"{block}.Relu3").ToArray();
            if (after.Length == before.Length && !block.EndsWith("Bottleneck1", StringComparison.Ordinal))
            {
                Assert.Equal(before, after);
            }
            else
            {
                Assert.Equal(pass.Activation($"{block}.Shortcut1.BatchNorm1").ToArray().Select(value => MathF.Max(value, 0)), after);
            }

            before = after;
        }
    }

    private static IEnumerable<string> Blocks() => Units.SelectMany((count, stage) => Enumerable.Range(1, count)
        .Select(unit => stage == 0 ? $"Bottleneck{unit}" : $"BottleneckStage{stage}.Bottleneck{unit}"));
}
