namespace NetDsl.Tests;

/// <summary>What every message about a damaged file must be.</summary>
internal static class Messages
{
    /// <summary>Runs <paramref name="read"/>, which must throw one line that names the file.</summary>
    public static string OfDamage(string path, Action read)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(read);
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.InRange(e.Message.Length, path.Length + 10, path.Length + 400);
        return e.Message;
    }
}
