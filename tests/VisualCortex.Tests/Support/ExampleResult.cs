namespace VisualCortex.Tests;

/// <summary>What a program left behind.</summary>
internal sealed record ExampleResult(int Code, string Output, string Errors)
{
    /// <summary>One line that says what is wrong, an exit code that is not zero, and no stack trace.</summary>
    public void AssertFails(int code, params string[] words)
    {
        Assert.Equal(code, Code);
        string line = Assert.Single(Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", Output + Errors, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
