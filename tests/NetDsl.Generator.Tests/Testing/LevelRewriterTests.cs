using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Testing;

public sealed class LevelRewriterTests
{
    private const string Text =
        "if (Vector512.IsHardwareAccelerated) A(); else if (global::System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated) B(); else C(Vector128.IsHardwareAccelerated);";

    [Theory]
    [InlineData(InstructionLevel.Vector512, "true", "true")]
    [InlineData(InstructionLevel.Vector256, "false", "true")]
    [InlineData(InstructionLevel.Vector128, "false", "false")]
    public void Answers_the_questions_for_wider_levels(InstructionLevel level, string wide, string middle)
    {
        (string text, int replaced) = LevelRewriter.Rewrite(Text, level);
        Assert.Equal($"if ({wide}) A(); else if ({middle}) B(); else C(Vector128.IsHardwareAccelerated);", text);
        Assert.Equal(2, replaced);
    }

    [Fact]
    public void The_machines_own_level_leaves_the_text_alone() =>
        Assert.Equal((Text, 0), LevelRewriter.Rewrite(Text, InstructionLevel.Widest));
}
