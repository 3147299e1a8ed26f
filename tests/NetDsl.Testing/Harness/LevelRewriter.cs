using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;

namespace NetDsl.Testing.Harness;

/// <summary>
/// Leaves one instruction level's kernels in emitted code, so that one machine tests the kernels of all, and no time goes into
/// compiling those that are not run.
/// </summary>
internal static partial class LevelRewriter
{
    /// <summary>
    /// The text with the level fixed, and how many questions for it are answered. A kernel that is not written for 512 bits has 256 in their
    /// place, and one that lets the code for 256 bits compute its last filters keeps that too.
    /// </summary>
    public static (string Text, int Replaced) Rewrite(string text, InstructionLevel level)
    {
        int bits = Bits(level), replaced = 0;
        bits = bits == 512 && !text.Contains("Vector512.IsHardwareAccelerated", StringComparison.Ordinal) ? 256 : bits;
        string dispatched = Dispatch().Replace(text, match =>
        {
            replaced++;
            return match.Groups[$"V{bits}"].Value;
        });
        return (LevelBlock().Replace(dispatched, match => Keep(match.Groups["bits"].Value) ? match.Value : ""), replaced);

        bool Keep(string block) => block == $"{bits}" || (bits == 512 && block == "256" && dispatched.Contains("_V256.", StringComparison.Ordinal));
    }

    private static int Bits(InstructionLevel level) => level switch
    {
        InstructionLevel.Vector512 => 512,
        InstructionLevel.Vector256 => 256,
        InstructionLevel.Vector128 => 128,
        _ => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
    };

    [GeneratedRegex(@"(if \(Vector512\.IsHardwareAccelerated\)\s+(?<V512>[^;]+;)\s+else )?if \(Vector256\.IsHardwareAccelerated\)\s+(?<V256>[^;]+;)\s+else\s+(?<V128>[^;]+;)")]
    private static partial Regex Dispatch();

    // A namespace of its own for each level, with braces at the beginning of the line.
    [GeneratedRegex(@"^namespace NetDsl\.Generated\n\{\n(?:(?!\}\n).*\n)*?    using static System\.Runtime\.Intrinsics\.Vector(?<bits>\d+);\n(?:(?!\}\n).*\n)*\}\n", RegexOptions.Multiline)]
    private static partial Regex LevelBlock();
}
