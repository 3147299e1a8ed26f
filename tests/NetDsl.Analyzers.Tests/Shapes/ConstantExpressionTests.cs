using NetDsl.Generator.Layers;

namespace NetDsl.Analyzers.Tests.Shapes;

public class ConstantExpressionTests
{
    private static readonly Dictionary<string, object> Scope = new() { ["width"] = 64L, ["alpha"] = 0.5, ["bias"] = true };

    [Theory]
    [InlineData("4*16", 64L)]
    [InlineData(" 2 + 3 * 4 ", 14L)]
    [InlineData("(2+3)*4", 20L)]
    [InlineData("7/2", 3L)]
    [InlineData("-7/2", -3L)]
    [InlineData("7%4-1", 2L)]
    [InlineData("--3", 3L)]
    [InlineData("2-3-4", -5L)]
    [InlineData("4*width", 256L)]
    [InlineData("alpha*width", 32.0)]
    [InlineData("7/2.0", 3.5)]
    [InlineData("1e-3", 0.001)]
    [InlineData(".5+1.", 1.5)]
    [InlineData("2.5e+2%100", 50.0)]
    [InlineData("bias", true)]
    [InlineData("false", false)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("(-9223372036854775807-1)%-1", 0L)]
    public void Gives(string text, object value) => Assert.Equal(Evaluation.Of(value), ConstantExpression.Evaluate(text, Scope));

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("(1", "it ends too early")]
    [InlineData("1)", "')' was not expected")]
    [InlineData("1 2", "'2' was not expected")]
    [InlineData("a", "a is no parameter; use alpha, bias, width")]
    [InlineData("5%0", "division by zero")]
    [InlineData("5/0.0", "division by zero")]
    [InlineData("9223372036854775808", "9223372036854775808 is beyond the range of a long")]
    [InlineData("9223372036854775807*2", "overflow of a long")]
    [InlineData("(-9223372036854775807-1)/-1", "overflow of a long")]
    [InlineData("-(-9223372036854775807-1)", "overflow of a long")]
    [InlineData("1e308*10", "overflow of a double")]
    [InlineData("1e999", "1e999 is not a number")]
    [InlineData("1e", "1e is not a number")]
    [InlineData("1.2.3", "1.2.3 is not a number")]
    [InlineData("bias+1", "true is not a number")]
    [InlineData("-bias", "true is not a number")]
    [InlineData("1#", "'#' was not expected")]
    public void HasNoValue(string text, string error) => Assert.Equal(error, ConstantExpression.Evaluate(text, Scope).Error);

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void DeepNestingIsAFault(char character) => Assert.Equal(
        Evaluation.Malformed("it is nested too deeply"), ConstantExpression.Evaluate(new string(character, 1_000_000) + "1", Scope));

    [Fact]
    public void LongExpressionsEnd() => Assert.Equal(
        Evaluation.Of(100_001L), ConstantExpression.Evaluate("1" + string.Concat(Enumerable.Repeat("+1", 100_000)), Scope));
}
