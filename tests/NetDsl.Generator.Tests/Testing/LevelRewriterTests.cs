using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Testing;

public sealed class LevelRewriterTests
{
    private static readonly string Kernel = KernelOf("Input(4, 4, 1), Conv2d(3, 3, 16)"), Few = KernelOf("Input(4, 4, 1), Conv2d(3, 3, 2)"), Half = KernelOf("Input(20, 20, 3), Conv2d(5, 5, 72)");

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

    [Theory]
    [InlineData(InstructionLevel.Vector512, 256)]
    [InlineData(InstructionLevel.Vector256, 256)]
    [InlineData(InstructionLevel.Vector128, 128)]
    public void Leaves_256_bits_where_512_are_not_written(InstructionLevel level, int bits)
    {
        (string text, int replaced) = LevelRewriter.Rewrite(Few, level);
        Assert.Equal(2, replaced);
        Assert.DoesNotContain("IsHardwareAccelerated)", text, StringComparison.Ordinal);
        Assert.Equal(3, Occurrences(text, $"_V{bits}"));
    }

    [Fact]
    public void Leaves_256_bits_that_512_call()
    {
        string text = LevelRewriter.Rewrite(Half, InstructionLevel.Vector512).Text;
        Assert.Contains("_V256.LastBlockOf512(", text, StringComparison.Ordinal);
        Assert.Contains(" void LastBlockOf512(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("_V128", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_widest_is_one_of_them() => Assert.Contains(
        LevelRewriter.Rewrite(Kernel, InstructionLevel.Widest),
        Enum.GetValues<InstructionLevel>().Where(level => level != InstructionLevel.Widest).Select(level => LevelRewriter.Rewrite(Kernel, level)));

    private static string KernelOf(string layers) => GeneratorHarness.Run($"""
        using NetDsl;
        [Network(Training = false, Precision = Precision.Exact), {layers}]
        public sealed partial class Net;
        """).Sources.Single(source => source.HintName.StartsWith("Kernels.Conv_", StringComparison.Ordinal)).Text;

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
