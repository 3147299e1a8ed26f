namespace NetDsl.Analyzers.Tests.Rules;

public class BudgetTests
{
    private const string Layers = "Input(8, 8, 1), Conv2d(3, 3, 8), Relu, Unit, GlobalAvgPool2d, Dense(10)";

    private const string Unit = "[method: Conv2d(3, 3, 16), Relu] sealed class UnitAttribute() : BlockAttribute;";

    [Theory]
    [InlineData("MaxParameters = 1000", "1,418 parameters, 418 above the budget of 1,000; most are in Unit1.Conv2d1 1,168, Dense1 170, Conv2d1 80; make them smaller or raise MaxParameters")]
    [InlineData("MaxMultiplies = 21_000", "21,184 multiplications, 184 above the budget of 21,000; most are in Unit1.Conv2d1 18,432, Conv2d1 2,592, Dense1 160; make them smaller or raise MaxMultiplies")]
    [InlineData("MaxInferenceBytes = 100", "2,176 bytes for inference, 2,076 above the budget of 100; the largest outputs are those of Conv2d1 1,152, Relu1 1,152, Unit1.Conv2d1 1,024; make them smaller or raise MaxInferenceBytes")]
    public void Exceeded(string budget, string message) => Verify.Reports(
        "NDSL3001", "Digits takes " + message, $"[Network, Budget([|{budget}|]), {Layers}] partial class Digits;", Unit);

    [Fact]
    public void TrainingExceeded()
    {
        string message = Assert.Single(Verify.Analyze(Source.Compile($"[Network, Budget(MaxTrainingBytes = 1), {Layers}] partial class Digits;", Unit))).GetMessage();
        Assert.Matches("^Digits takes [0-9,]+ bytes for training, [0-9,]+ above the budget of 1; the largest outputs are those of Conv2d1 1,152, ", message);
    }

    [Fact]
    public void EveryLimitByItself() => Verify.Reports(
        [
            ("NDSL3001", "Digits takes 90 parameters, 1 above the budget of 89; most are in Dense1 90; make them smaller or raise MaxParameters"),
            ("NDSL3001", "Digits takes 80 multiplications, 1 above the budget of 79; most are in Dense1 80; make them smaller or raise MaxMultiplies"),
        ],
        "[Network, Input(8), Dense(10), Budget([|MaxParameters = 89|], [|MaxMultiplies = 79|])] partial class Digits;");

    [Theory]
    [InlineData("Budget(MaxParameters = 1418, MaxMultiplies = 21184, MaxInferenceBytes = 2176, MaxTrainingBytes = 1000000)")]
    [InlineData("Budget")]
    public void Kept(string budget) => Verify.IsClean($"[Network, {budget}, {Layers}] partial class Digits;", Unit);
}
