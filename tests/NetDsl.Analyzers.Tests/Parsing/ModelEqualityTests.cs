using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Parsing;

public class ModelEqualityTests
{
    [Fact]
    public void SameTextGivesTheSameModel()
    {
        Assert.Equal(Source.Parse(Source.LeNet), Source.Parse(Source.LeNet));
        Assert.Equal(Source.Parse(Source.LeNet).GetHashCode(), Source.Parse(Source.LeNet).GetHashCode());
        Assert.Equal(Source.Infer(Source.LeNet), Source.Infer(Source.LeNet));
    }

    [Theory]
    [InlineData("[Network]", "// A comment.\n[Network]")]
    [InlineData("[Network]", "[Network(Training = true)]")]
    [InlineData("Padding.Valid", "padding: (Padding)0")]
    [InlineData("[Conv2d(5, 5, 16)", "[Conv2d(5, 5, 16, Padding.Valid)")]
    [InlineData("LeNet5;", "LeNet5 { int unrelated; }")]
    [InlineData(", Tanh]", "][Tanh]")]
    public void EditWithoutMeaning(string before, string after) => Assert.Equal(Source.Parse(Source.LeNet), Source.Parse(Edit(before, after)));

    [Theory]
    [InlineData("[Conv2d(5, 5, 16)", "[Conv2d(5, 5, 17)")]
    [InlineData("C1", "C2")]
    [InlineData("Padding.Valid", "Padding.Same")]
    [InlineData("[Network]", "[Network(Training = false)]")]
    [InlineData("[Network]", "[Network(Unroll = Unroll.Full)]")]
    [InlineData("LeNet5", "LeNet6")]
    [InlineData("public sealed", "public")]
    [InlineData("[Dense(84), Tanh]", "[Dense(84), Sigmoid]")]
    [InlineData("32, 32, 1", "32, 32, 3")]
    public void EditWithMeaning(string before, string after) => Assert.NotEqual(Source.Parse(Source.LeNet), Source.Parse(Edit(before, after)));

    [Theory]
    [InlineData("nameof(width), 2)", "nameof(width), stride: 2)", true)]
    [InlineData("int units)", "object units)", false)]
    [InlineData("sealed class UnitAttribute", "class UnitAttribute", true)]
    [InlineData("nameof(width), 2)", "nameof(width), 3)", false)]
    [InlineData("}-1\"", "}-2\"", false)]
    [InlineData("[Add, Relu]", "[Add, Tanh]", false)]
    [InlineData("stride = 1)", "stride = 2)", false)]
    public void EditsOfBlocks(string before, string after, bool same)
    {
        Assert.Contains(before, Source.Residual, StringComparison.Ordinal);
        NetworkModel edited = Source.Parse(Source.Residual.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(same, Source.Parse(Source.Residual).Equals(edited));
    }

    [Fact]
    public void FaultyNetworksAreEqualToo()
    {
        string faulty = Edit("[Dense(84)", "[Dense(0)");
        Assert.NotEmpty(Source.Infer(faulty).Problems);
        Assert.Equal(Source.Infer(faulty), Source.Infer("// A comment.\n" + faulty));
    }

    private static string Edit(string before, string after)
    {
        Assert.Contains(before, Source.LeNet, StringComparison.Ordinal);
        return Source.LeNet.Replace(before, after, StringComparison.Ordinal);
    }
}
