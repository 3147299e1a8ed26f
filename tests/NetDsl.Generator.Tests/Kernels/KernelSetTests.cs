using NetDsl.Generator.Emit;
using NetDsl.Generator.Kernels;

namespace NetDsl.Generator.Tests.Kernels;

public sealed class KernelSetTests
{
    [Fact]
    public void Equal_kernels_are_one() => Assert.Equal(
        [new Named("A", 1), new Named("B", 1)],
        KernelSet.Of([new Named("A", 1), new Named("B", 1), new Named("A", 1)]));

    [Fact]
    public void Two_kernels_of_one_name_are_told_with_both()
    {
        string message = Assert.Throws<InvalidOperationException>(() => KernelSet.Of([new Named("Conv_3x3", 1), new Named("conv_3x3", 2)])).Message;
        Assert.Contains("Two kernels are called conv_3x3", message, StringComparison.Ordinal);
        Assert.Contains("Geometry = 1", message, StringComparison.Ordinal);
        Assert.Contains("Geometry = 2", message, StringComparison.Ordinal);
    }

    private sealed record Named(string Title, int Geometry) : Kernel
    {
        public override string Name => Title;

        public override string Summary => "";

        public override IReadOnlyList<KernelMethod> Methods => [];

        public override IEnumerable<string> Explain(Level level) => [];

        public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => throw new NotSupportedException();
    }
}
