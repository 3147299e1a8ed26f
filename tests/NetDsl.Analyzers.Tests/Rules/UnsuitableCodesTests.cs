namespace NetDsl.Analyzers.Tests.Rules;

public class UnsuitableCodesTests
{
    [Theory]
    [InlineData("++-;+-+;--+", "there are 3 codes, but 2 outputs; give every output one code")]
    [InlineData("", "there are 0 codes, but 2 outputs; give every output one code")]
    [InlineData("++-;+-", "code 1 has 2 characters, but the input has 3 values; give every value one character")]
    [InlineData("++x;+-+", "codes has the character 'x'; use '+', '#' or '1' for 1, '-', '.' or '0' for -1, and ';' or a line's end behind a code")]
    public void Reports(string codes, string message) => Verify.LayersReport("NDSL1007", "Rbf: " + message, $"Input(3), Rbf(2, [|\"{codes}\"|])");

    [Theory]
    [InlineData("++-;#.#")]
    [InlineData("110\\n001\\n")]
    [InlineData(" # \\n # \\n . ; . . . ;")]
    public void Accepts(string codes) => Verify.LayersAreClean($"Input(3), Rbf(2, \"{codes}\")");
}
