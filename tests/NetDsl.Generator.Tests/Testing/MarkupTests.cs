using Microsoft.CodeAnalysis.Text;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Testing;

public sealed class MarkupTests
{
    [Fact]
    public void Marks_become_spans_of_the_text_without_them()
    {
        Markup markup = Markup.Parse("a[|bc|]d{|NDSL1001:e|}f[]");
        Assert.Equal("abcdef[]", markup.Source);
        Assert.Equal([(new TextSpan(1, 2), null), (new TextSpan(4, 1), "NDSL1001")], markup.Spans);
    }

    [Fact]
    public void Marks_nest() =>
        Assert.Equal([new TextSpan(0, 3), new TextSpan(1, 1)], Markup.Parse("[|a[|b|]c|]").Spans.Select(span => span.Span));

    [Theory]
    [InlineData("a|]")]
    [InlineData("[|a")]
    public void Unbalanced_marks_are_refused(string marked) => Assert.Throws<FormatException>(() => Markup.Parse(marked));
}
