using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Testing;

public sealed class LevelRewriterTests
{
    private static readonly string Kernel = GeneratorHarness.Run("""
        using NetDsl;
        [Network(Training = false), Input(4, 4, 1), Conv2d(3, 3, 2)]
        public sealed partial class Net;
        """).Sources.Single(source => source.HintName.Contains("Conv_3x3x1x2", StringComparison.Ordinal)).Text;

    [Theory]
    [InlineData(InstructionLevel.Vector512, 512)]
    [InlineData(InstructionLevel.Vector256, 256)]
    [InlineData(InstructionLevel.Vector128, 128)]
    public void Leaves_one_level(InstructionLevel level, int bits)
    {
        (string text, int replaced) = LevelRewriter.Rewrite(Kernel, level);
        Assert.Equal(2, replaced);
        Assert.DoesNotContain("Vector512.IsHardwareAccelerated", text, StringComparison.Ordinal);
        foreach (int other in new[] { 512, 256, 128 })
        {
            Assert.Equal(other == bits ? 3 : 0, Occurrences(text, $"_V{other}"));
        }
    }

    [Fact]
    public void The_widest_is_one_of_them() => Assert.Contains(
        LevelRewriter.Rewrite(Kernel, InstructionLevel.Widest),
        Enum.GetValues<InstructionLevel>().Where(level => level != InstructionLevel.Widest).Select(level => LevelRewriter.Rewrite(Kernel, level)));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
