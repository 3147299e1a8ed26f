namespace NetDsl.Analyzers.Tests.Rules;

public class NoValueTests
{
    private const string Unknown = " is unknown, because there are parameters only inside a block; write a number";

    [Theory]
    [InlineData("Conv2d(3, 3, [|\"4*width\"|])", "Conv2d: filters \"4*width\" has no value: width" + Unknown)]
    [InlineData("Dense([|nameof(System)|])", "Dense: units \"System\" has no value: System" + Unknown)]
    [InlineData("Dense([|\"1/0\"|])", "Dense: units \"1/0\" has no value: division by zero")]
    [InlineData("Dense([|\"9223372036854775807+1\"|])", "Dense: units \"9223372036854775807+1\" has no value: overflow of a long")]
    [InlineData("Dense([|\"3*\"|])", "Dense: units \"3*\" has no value: it ends too early")]
    [InlineData("Dense([|\"\"|])", "Dense: units \"\" has no value: it ends too early")]
    [InlineData("Dense([|\"3/2.0\"|])", "Dense: units is \"3/2.0\" = 1.5; use a whole number")]
    [InlineData("Dense([|2.5|])", "Dense: units is 2.5; use a whole number")]
    [InlineData("Dense([|true|])", "Dense: units is true; use a whole number")]
    [InlineData("Dense([|null|])", "Dense: units is null; use a number, true or false, or a constant expression string")]
    [InlineData("Dense([|Padding.Same|])", "Dense: units is Padding.Same; use a whole number")]
    [InlineData("Dense([|typeof(int)|])", "Dense: units is typeof(int); use a number, true or false, or a constant expression string")]
    [InlineData("Dense([|new[] { 1 }|])", "Dense: units is an array; use a number, true or false, or a constant expression string")]
    [InlineData("Dense([|3000000000|])", "Dense: units is 3000000000; use within the range of an int, -2147483648 to 2147483647")]
    [InlineData("Dense(3, [|Bias = 1|])", "Dense: Bias is 1; use true or false")]
    [InlineData("Dense(3, [|InitScale = double.NaN|])", "Dense: InitScale is NaN; use a finite number within the range of a float")]
    [InlineData("Dense(3, [|BiasInit = 1e300|])", "Dense: BiasInit is 1E+300; use a finite number within the range of a float")]
    [InlineData("Dense(3, [|Init = (Initializer)99|])", "Dense: Init is 99; use Initializer.GlorotUniform or Initializer.GlorotNormal or Initializer.HeUniform or Initializer.HeNormal or Initializer.LeCunUniform or Initializer.LeCunNormal or Initializer.Normal or Initializer.Zeros")]
    [InlineData("MaxPool2d(2, 2, [|(Padding)7|])", "MaxPool2d: padding is 7; use Padding.Valid or Padding.Same")]
    [InlineData("MaxPool2d(2, 2, [|CeilMode = \"1\"|])", "MaxPool2d: CeilMode is \"1\" = 1; use true or false")]
    public void Reports(string layer, string message) => Verify.LayersReport("NDSL0008", message, "Input(8, 8, 1), " + layer);

    [Theory]
    [InlineData("Conv2d(\"1+2\", \"(7-1)/2\", \"4*16\", Stride = \"-(-1)\", Bias = \"false\")")]
    [InlineData("Dense(10L), Dense(\"2.5*4\"), Dropout(\"1/2.0\"), LeakyRelu(0)")]
    [InlineData("Dense(3, Name = null, From = null)")]
    public void Accepts(string layer) => Verify.LayersAreClean("Input(8, 8, 1), " + layer);
}
