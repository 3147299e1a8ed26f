using System.IO.Enumeration;

namespace NetDsl.Runtime;

/// <summary>Names of parameters chosen by a pattern with <c>*</c> and <c>?</c>.</summary>
internal static class NamePattern
{
    private const int Listed = 12;

    /// <summary>Whether a pattern names a parameter, or a layer or block that it belongs to.</summary>
    public static bool Matches(string pattern, string name)
    {
        for (int end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, name.AsSpan(0, end), ignoreCase: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first of many names, on one line.</summary>
    public static string List(IReadOnlyCollection<string> names) => names.Count <= Listed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(Listed))} and {SampleGeometry.Text(names.Count - Listed)} more";
}
