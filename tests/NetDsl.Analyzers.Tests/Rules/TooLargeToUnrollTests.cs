namespace NetDsl.Analyzers.Tests.Rules;

public class TooLargeToUnrollTests
{
    [Fact]
    public void AConvolutionOfMillions() => Verify.Reports(
        "NDSL3004",
        "Conv2d1 written out in full takes 2,160,000 vector statements in 3,086 methods and about 28,080 ms of JIT time; at most 20,000 statements are sensible; use Unroll.Window",
        "[Network(Unroll = Unroll.Full), Input(64, 64, 3), [|Conv2d|](5, 5, 32), GlobalAvgPool2d] partial class Digits;");

    [Fact]
    public void ADenseLayerOfMillions() => Verify.Reports(
        "NDSL3004",
        "Dense1 written out in full takes 250,000 vector statements in 358 methods and about 3,250 ms of JIT time; at most 20,000 statements are sensible; use Unroll.Window",
        "[Network(Unroll = Unroll.Full), Input(1000), [|Dense|](1000)] partial class Digits;");

    [Fact]
    public void ATinyNetwork() => Verify.IsClean(
        "[Network(Unroll = Unroll.Full), Input(8, 8, 1), Conv2d(3, 3, 4), Dense(3)] partial class Digits;");

    [Fact]
    public void TheSameWithLoops() => Verify.IsClean(
        "[Network, Input(64, 64, 3), Conv2d(5, 5, 32), GlobalAvgPool2d] partial class Digits;");
}
