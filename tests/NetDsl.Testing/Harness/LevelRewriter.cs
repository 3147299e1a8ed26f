using System.Text.RegularExpressions;

namespace NetDsl.Testing.Harness;

/// <summary>
/// Replaces the questions by which emitted code picks its instruction level with fixed answers, so that one machine
/// tests the kernels of all.
/// </summary>
internal static partial class LevelRewriter
{
    /// <summary>The text with the level fixed, and how many questions it asked.</summary>
    public static (string Text, int Replaced) Rewrite(string text, InstructionLevel level)
    {
        if (level == InstructionLevel.Widest)
        {
            return (text, 0);
        }

        int replaced = 0;
        string rewritten = Question().Replace(text, match =>
        {
            replaced++;
            bool answer = match.Groups[1].Value == "512" ? level == InstructionLevel.Vector512 : level <= InstructionLevel.Vector256;
            return answer ? "true" : "false";
        });
        return (rewritten, replaced);
    }

    [GeneratedRegex(@"(?:global::)?(?:\w+\.)*Vector(512|256)\.IsHardwareAccelerated\b")]
    private static partial Regex Question();
}
