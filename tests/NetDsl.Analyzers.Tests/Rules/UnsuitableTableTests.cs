namespace NetDsl.Analyzers.Tests.Rules;

public class UnsuitableTableTests
{
    [Theory]
    [InlineData("X.XX;XX.X", "Connections has 2 rows for 3 input maps; write one for every map")]
    [InlineData("X.XX;XX.;.XXX", "Connections has 3 columns for 4 filters in the row of input map 1; write one for every filter")]
    [InlineData("X.XX;XX.7;.XXX", "Connections has '7' in the row of input map 1; use X for a connection and . for none")]
    [InlineData("X.XX;X..X;X.XX", "Connections connects filter 1 with no input map; write an X in its column")]
    [InlineData("XXXX;....;XXXX", "Connections connects input map 1 with no filter; write an X in its row")]
    public void Reports(string table, string message) => Verify.LayersReport(
        "NDSL1007", "Conv2d: " + message, $"Input(8, 8, 3), Conv2d(3, 3, 4, [|Connections = \"{table}\"|])");

    [Fact]
    public void ReportsGroupsBesideIt() => Verify.LayersReport(
        "NDSL1007", "Conv2d: Connections stands together with Groups = 2, which connects by itself; leave out one of them",
        "Input(8, 8, 2), Conv2d(3, 3, 2, Groups = 2, [|Connections = \"XX;XX\"|])");

    [Theory]
    [InlineData("X.XX;XX.X;.XXX")]
    [InlineData("1011\\n1101\\n0111\\n")]
    public void Accepts(string table) => Verify.LayersAreClean($"Input(8, 8, 3), Conv2d(3, 3, 4, Connections = \"{table}\")");
}
