namespace NetDsl.Analyzers.Tests.Rules;

public class BrokenGraphTests
{
    private const string Open = "; close it with [Add], [Concat] or [Output]";

    [Theory]
    [InlineData("[|Branch|], Relu", "Branch is still open at the end of the network" + Open)]
    [InlineData("Branch, Relu, [|Branch|], Dense(3), MeanSquaredError", "Branch is still open at the end of the network" + Open)]
    [InlineData("Relu, [|Add|]", "Add has nothing to join; begin branches with [Branch], or name an earlier layer")]
    [InlineData("[|Concat|]", "Concat has nothing to join; begin branches with [Branch], or name an earlier layer")]
    [InlineData("Branch, Relu, [|Concat|]", "Concat joins the end of one branch only; begin a second with [Branch], which may be empty")]
    [InlineData("Branch, Relu, Branch, Add([|From = \"Relu1\"|])", "Add joins the open branches, so From says nothing; name the layer as a label")]
    [InlineData("Relu([|From = \"Relu1\"|])", "Relu: Relu1 does not come before it; use the name of an earlier layer")]
    [InlineData("Relu, Add([|\"Tanh1\"|]), Tanh", "Add: Tanh1 does not come before it; use the name of an earlier layer")]
    [InlineData("Two, Add(\"Two1\", [|\"Tanh1\"|])", "Add: Tanh1 stands in a block, which the name alone does not reach; use Two1.Tanh1")]
    public void Reports(string layers, string message) => Verify.Reports(
        "NDSL0006", message, $"[Network, Input(8), {layers}] partial class N;", "[method: Relu, Tanh] sealed class TwoAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("[|Branch|], Relu", "Branch is still open at the end of the block" + Open)]
    [InlineData("Relu, [|Add|]", "Add has nothing to join; begin branches with [Branch], or name an earlier layer")]
    [InlineData("Relu, Add([|\"Relu2\"|]), Relu", "Add: Relu2 does not come before it; use the name of an earlier layer")]
    [InlineData("Relu, Add([|\"Unit1\"|])", "Add: Unit1 does not come before it; use the name of an earlier layer")]
    public void ReportsABlockOnceAndInTheBlock(string layers, string message) => Verify.Reports(
        "NDSL0006", message,
        "[Network, Input(8), Unit, Unit(Repeat = 3), Outer] partial class N; [Network, Input(4), Unit] partial class Other;",
        "[method: Unit] sealed class OuterAttribute() : BlockAttribute;",
        $"[method: {layers}] sealed class UnitAttribute() : BlockAttribute;");

    [Fact]
    public void ALabelThatAnArgumentGivesIsReportedThere() => Verify.Reports(
        "NDSL0006", "Unit2.Add1: Tanh1 does not come before it; use the name of an earlier layer",
        "[Network, Input(8), Relu, Unit(\"Relu1\"), Unit([|\"Tanh1\"|]), Tanh] partial class N;",
        "[method: Add(nameof(label))] sealed class UnitAttribute(string label) : BlockAttribute;");

    [Theory]
    [InlineData("Branch, Relu, Branch, Add")]
    [InlineData("Branch, Relu, Output(\"aux\"), Relu")]
    [InlineData("Two, Concat(\"Two1.Tanh1\"), Tanh, Relu(From = \"Two1\")")]
    public void Accepts(string layers) => Verify.IsClean(
        $"[Network, Input(8), {layers}] partial class N;", "[method: Relu, Tanh] sealed class TwoAttribute() : BlockAttribute;");
}
