using System.Text;
using System.Text.RegularExpressions;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>
/// The C# of a guide as one project: blocks of declarations are files, and those marked <c>run</c> are the program, one after the
/// other. A remark behind a line that is written says what it writes.
/// </summary>
internal sealed partial class Guide(string page)
{
    private readonly string text = File.ReadAllText(page).ReplaceLineEndings("\n");

    /// <summary>What the program writes by its own words; null for lines whose contents the guide does not tell.</summary>
    public IReadOnlyList<string?> Promised => [.. Written().Matches(Program).Select(line => line.Groups["says"].Success ? line.Groups["says"].Value.Split(':', ';')[0].Trim() : null)];

    public IReadOnlyList<string> Sources
    {
        get
        {
            IEnumerable<string> files = Blocks("csharp").Where(code => Declaration().IsMatch(code));
            string[] lines = Program.Split('\n');
            var program = new StringBuilder();
            foreach (string line in lines.Where(IsUsing).Distinct())
            {
                program.AppendLine(line);
            }

            program.AppendLine("public static class Page { public static string Run() {");
            foreach (string line in lines.Where(line => !IsUsing(line)))
            {
                program.AppendLine(line);
            }

            program.AppendLine("return Console.Text; } }");
            program.AppendLine("internal static class Console { private static readonly System.IO.StringWriter text = new();");
            program.AppendLine("public static string Text => text.ToString(); public static void WriteLine(object line) => text.WriteLine(line);");
            // As the real one has it: a number is not boxed, which a guide that counts allocations would see.
            program.AppendLine("public static void WriteLine(long line) => text.WriteLine(line); }");
            return [.. files, program.ToString()];
        }
    }

    private string Program => string.Join("\n", Blocks("csharp run"));

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.Contains("NetDsl", StringComparison.Ordinal) && line.EndsWith(';');

    private IEnumerable<string> Blocks(string mark) =>
        Regex.Matches(text, $"^```{mark}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"Console\.WriteLine\([^\n]*\);(?:[ ]*// (?<says>[^\n]*))?")]
    private static partial Regex Written();

    [GeneratedRegex(@"^(public|internal) ", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
