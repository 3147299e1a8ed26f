using System.Globalization;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>A culture may write minus signs and decimal points in its own way; messages and models do not.</summary>
public class CultureTests
{
    private const string Faulty = "Input(3, 3, 1), Conv2d(5, 5, 1), Dense(-1), Dropout(-0.5), Dense(\"1.5\"), MaxPool2d(2, 2, Pad = -1)";

    [Fact]
    public void MessagesAreInvariant()
    {
        string[] expected = Messages();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Messages());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Messages()
    {
        string[] messages = [.. Source.InferLayers(Faulty).Problems.Select(problem => problem.Message)];
        Assert.Equal(5, messages.Length);
        return messages;
    }
}
