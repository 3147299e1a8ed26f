namespace ClassicNetworks.Tests;

/// <summary>Parameters of every layer and in total as they were published; constants, so that the compiler itself can use them.</summary>
public sealed class CountTests
{
    [Fact]
    public void LeNet5_has_60000_parameters()
    {
        const long total = LeNet5.ParameterCount;
        Assert.Equal(60_000, total);
        Assert.Equal(156, LeNet5.Facts.C1.ParameterCount);
        Assert.Equal(12, LeNet5.Facts.S2.ParameterCount);
        Assert.Equal(1_516, LeNet5.Facts.C3.ParameterCount);
        Assert.Equal(32, LeNet5.Facts.S4.ParameterCount);
        Assert.Equal(48_120, LeNet5.Facts.C5.ParameterCount);
        Assert.Equal(10_164, LeNet5.Facts.F6.ParameterCount);
        Assert.Equal(0, LeNet5.Facts.Distances.ParameterCount);
        Assert.Equal((28, 28, 6), (LeNet5.Facts.C1.OutputHeight, LeNet5.Facts.C1.OutputWidth, LeNet5.Facts.C1.OutputChannels));
        Assert.Equal((10, 10, 16), (LeNet5.Facts.C3.OutputHeight, LeNet5.Facts.C3.OutputWidth, LeNet5.Facts.C3.OutputChannels));
        Assert.Equal(120, LeNet5.Facts.C5.OutputLength);
    }

    [Fact]
    public void AlexNet_has_60965224_parameters()
    {
        const long total = AlexNet.ParameterCount;
        Assert.Equal(60_965_224, total);
        Assert.Equal(
            [34_944, 307_456, 885_120, 663_936, 442_624, 37_752_832, 16_781_312, 4_097_000],
            [
                AlexNet.Facts.Conv2d1.ParameterCount, AlexNet.Facts.Conv2d2.ParameterCount, AlexNet.Facts.Conv2d3.ParameterCount,
                AlexNet.Facts.Conv2d4.ParameterCount, AlexNet.Facts.Conv2d5.ParameterCount, AlexNet.Facts.Dense1.ParameterCount,
                AlexNet.Facts.Dense2.ParameterCount, AlexNet.Facts.Dense3.ParameterCount,
            ]);
        Assert.Equal([55, 27, 13], [AlexNet.Facts.Conv2d1.OutputHeight, AlexNet.Facts.Conv2d2.OutputHeight, AlexNet.Facts.Conv2d3.OutputHeight]);
        Assert.Equal(62_378_344, AlexNetUngrouped.ParameterCount);
    }

    [Fact]
    public void ZFNet_has_62357608_parameters_and_maps_of_110_55_26_13_6()
    {
        const long total = ZFNet.ParameterCount;
        Assert.Equal(62_357_608, total);
        Assert.Equal(
            [110, 55, 26, 13, 6],
            [
                ZFNet.Facts.Conv2d1.OutputHeight, ZFNet.Facts.MaxPool2d1.OutputHeight, ZFNet.Facts.Conv2d2.OutputHeight,
                ZFNet.Facts.MaxPool2d2.OutputHeight, ZFNet.Facts.MaxPool2d3.OutputHeight,
            ]);
    }

    [Fact]
    public void GoogLeNet_has_6998552_parameters_and_13378280_with_its_heads()
    {
        const long all = GoogLeNet.ParameterCount, predicting = GoogLeNet.InferenceParameterCount;
        Assert.Equal((13_378_280, 6_998_552), (all, predicting));
        Assert.Equal(
            [9_472, 4_160, 110_784, 1_025_000],
            [GoogLeNet.Facts.Conv2d1.ParameterCount, GoogLeNet.Facts.Conv2d2.ParameterCount, GoogLeNet.Facts.Conv2d3.ParameterCount, GoogLeNet.Facts.Dense1.ParameterCount]);
        Assert.Equal(
            [163_696, 388_736, 376_176, 449_160, 510_104, 605_376, 868_352, 1_043_456, 1_444_080],
            [
                GoogLeNet.Facts.Inception3a.ParameterCount, GoogLeNet.Facts.Inception3b.ParameterCount, GoogLeNet.Facts.Inception4a.ParameterCount,
                GoogLeNet.Facts.Inception4b.ParameterCount, GoogLeNet.Facts.Inception4c.ParameterCount, GoogLeNet.Facts.Inception4d.ParameterCount,
                GoogLeNet.Facts.Inception4e.ParameterCount, GoogLeNet.Facts.Inception5a.ParameterCount, GoogLeNet.Facts.Inception5b.ParameterCount,
            ]);
        Assert.Equal([3_188_840, 3_190_888], [GoogLeNet.Facts.AuxiliaryHead1.ParameterCount, GoogLeNet.Facts.AuxiliaryHead2.ParameterCount]);
        Assert.Equal(
            [256, 480, 512, 528, 832, 1024],
            [
                GoogLeNet.Facts.Inception3a.Concat1.OutputChannels, GoogLeNet.Facts.Inception3b.Concat1.OutputChannels, GoogLeNet.Facts.Inception4a.Concat1.OutputChannels,
                GoogLeNet.Facts.Inception4d.Concat1.OutputChannels, GoogLeNet.Facts.Inception4e.Concat1.OutputChannels, GoogLeNet.Facts.Inception5b.Concat1.OutputChannels,
            ]);
    }

    [Fact]
    public void ResNets_have_their_published_parameters()
    {
        const long deepest = ResNet152.ParameterCount;
        Assert.Equal(60_192_808, deepest);
        Assert.Equal(
            [11_689_512, 21_797_672, 25_557_032, 44_549_160],
            [ResNet18.ParameterCount, ResNet34.ParameterCount, ResNet50.ParameterCount, ResNet101.ParameterCount]);
        Assert.Equal(9_536, ResNet152.Facts.ResidualStem1.ParameterCount);
        Assert.Equal(
            215_808,
            ResNet152.Facts.Bottleneck1.ParameterCount + ResNet152.Facts.Bottleneck2.ParameterCount + ResNet152.Facts.Bottleneck3.ParameterCount);
        Assert.Equal(
            [2_339_840, 40_613_888, 14_964_736, 2_049_000],
            [
                ResNet152.Facts.BottleneckStage1.ParameterCount, ResNet152.Facts.BottleneckStage2.ParameterCount,
                ResNet152.Facts.BottleneckStage3.ParameterCount, ResNet152.Facts.Dense1.ParameterCount,
            ]);
    }
}
