namespace NetDsl.Analyzers.Tests.Rules;

public class ShapesDifferTests
{
    private const string Block = "[method: Branch, Conv2d(1, 1, nameof(width)), Branch, Add] sealed class AroundAttribute(object width) : BlockAttribute;";

    [Theory]
    [InlineData("Branch, Conv2d(3, 3, 4), Branch, [|Add|]", "Add needs equal shapes, but joins Conv2d1, 6x6x4, and the input, 8x8x3")]
    [InlineData("Relu, Conv2d(1, 1, 4), [|Add|](\"Relu1\")", "Add needs equal shapes, but joins Conv2d1, 8x8x4, and Relu1, 8x8x3")]
    [InlineData("Branch, Relu, Branch, Conv2d(3, 3, 4), [|Concat|], Dense(3)", "Concat needs shapes that are equal but for the channels, but joins Relu1, 8x8x3, and Conv2d1, 6x6x4")]
    [InlineData("Relu, Flatten, [|Concat|](\"Relu1\")", "Concat needs shapes that are equal but for the channels, but joins Flatten1, 192, and Relu1, 8x8x3")]
    [InlineData("Branch, Dense(4), [|Output|](\"aux\"), Dense(5), MeanSquaredError", "Output: the head aux is Dense1, 4, but the network's output is Dense2, 5; the one loss takes equal shapes")]
    [InlineData("[|Around|](4)", "Around1.Add1 needs equal shapes, but joins Around1.Conv2d1, 8x8x4, and the input, 8x8x3")]
    [InlineData("Around(3), [|Outer|](6)", "Outer1.Around1.Add1 needs equal shapes, but joins Outer1.Around1.Conv2d1, 8x8x12, and Around1.Add1, 8x8x3")]
    [InlineData("Conv2d(1, 1, 5), [|Around|](4, Repeat = 3)", "Around1.Add1 needs equal shapes, but joins Around1.Conv2d1, 8x8x4, and Conv2d1, 8x8x5")]
    public void Reports(string layers, string message) => Verify.Reports(
        "NDSL1006", message, $"[Network, Input(8, 8, 3), {layers}] partial class N;", Block,
        "[method: Around($\"2*{nameof(half)}\")] sealed class OuterAttribute(int half) : BlockAttribute;");

    [Theory]
    [InlineData("Branch, Conv2d(1, 1, 4), Branch, Concat, Branch, Relu, Branch, Add")]
    [InlineData("Dense(3), Concat(\"Dense1\"), Dense(6), Add(\"Concat1\")")]
    [InlineData("Branch, Dense(4), Output(\"aux\"), Dense(4), MeanSquaredError")]
    [InlineData("Around(3, Repeat = 3)")]
    public void Accepts(string layers) => Verify.IsClean($"[Network, Input(8, 8, 3), {layers}] partial class N;", Block);
}
