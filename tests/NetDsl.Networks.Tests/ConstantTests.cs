using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Counts are constants, so a user's own constants can be made of them.</summary>
public sealed class ConstantTests
{
    private const long TwoLayersOfParameters = OneLayer.ParameterCount * 2;
    private const long Ratio = OneLayer.Multiplies / OneLayer.ParameterCount;
    private const long FilterBytes = OneLayer.Facts.Conv2d1.OutputBytes / OneLayer.Facts.Conv2d1.OutputChannels;

    [Fact]
    public void Of_the_one_layer_network()
    {
        Assert.Equal(15_200, OneLayer.ParameterCount);
        Assert.Equal(60_800, OneLayer.ParameterBytes);
        Assert.Equal(15_200, OneLayer.InferenceParameterCount);
        Assert.Equal(225_000_000, OneLayer.Multiplies);
        Assert.Equal(12_000_000, OneLayer.Facts.Conv2d1.OutputBytes);
        Assert.Equal(45_000, OneLayer.InputLength);
        Assert.Equal(3_000_000, OneLayer.OutputLength);
        Assert.Equal(30_400, TwoLayersOfParameters);
        Assert.Equal(14_802, Ratio);
        Assert.Equal(60_000, FilterBytes);
    }

    [Fact]
    public void Memory_covers_what_must_be_held()
    {
        // One sample's output at least; for training its gradient too.
        Assert.InRange(OneLayer.InferenceBytes, 12_000_000, 20_000_000);
        Assert.InRange(OneLayer.TrainingBytes, 24_000_000, 60_000_000);
    }

    [Fact]
    public void Packed_weights_are_the_weights_once_more()
    {
        // The bias stays where it is; filters are rounded up to whole tiles.
        Assert.InRange(ExactLayer.PackedParameterBytes, ExactLayer.ParameterBytes - (200 * sizeof(float)), ExactLayer.ParameterBytes * 5 / 4);
        Assert.Equal(0, ExactLayer.InferenceScratchBytes);
    }

    [Fact]
    public void Packed_weights_of_Winograds_form_are_its_points()
    {
        // F(2x2, 5x5) makes 36 points of 25 taps; filters are rounded up to vectors of 16.
        Assert.Equal(36 * 3 * 208 * sizeof(float), OneLayer.PackedParameterBytes);
        Assert.InRange(OneLayer.InferenceScratchBytes, 36 * 3 * sizeof(float), 100_000);
    }

    [Fact]
    public void Of_LeNet5()
    {
        Assert.Equal(61_706, LeNet5.ParameterCount);
        Assert.Equal((28 * 28 * 25 * 6) + (10 * 10 * 25 * 6 * 16) + (400 * 120) + (120 * 84) + (84 * 10), LeNet5.Multiplies);
        Assert.Equal((1024, 10), (LeNet5.InputLength, LeNet5.OutputLength));
        Assert.Equal((28, 28, 6), (LeNet5.Facts.C1.OutputHeight, LeNet5.Facts.C1.OutputWidth, LeNet5.Facts.C1.OutputChannels));
        Assert.Equal(156, LeNet5.Facts.C1.ParameterCount);
        Assert.Equal((10, 10, 16), (LeNet5.Facts.Conv2d2.OutputHeight, LeNet5.Facts.Conv2d2.OutputWidth, LeNet5.Facts.Conv2d2.OutputChannels));
        Assert.Equal(2_416, LeNet5.Facts.Conv2d2.ParameterCount);
        Assert.Equal(400, LeNet5.Facts.AvgPool2d2.OutputLength);
        Assert.Equal(48_000, LeNet5.Facts.Dense1.Multiplies);
        Assert.Equal(0, LeNet5.Facts.Tanh1.ParameterCount);
    }

    [Fact]
    public void Receptive_fields_grow_by_window_and_stride()
    {
        Assert.Equal((5, 5), (LeNet5.Facts.C1.ReceptiveFieldHeight, LeNet5.Facts.C1.ReceptiveFieldWidth));
        Assert.Equal(6, LeNet5.Facts.AvgPool2d1.ReceptiveFieldHeight);
        Assert.Equal(14, LeNet5.Facts.Conv2d2.ReceptiveFieldHeight);
        Assert.Equal(16, LeNet5.Facts.AvgPool2d2.ReceptiveFieldHeight);
        Assert.Equal(32, LeNet5.Facts.Dense1.ReceptiveFieldHeight);
    }

    [Fact]
    public void Receptive_fields_grow_less_where_cells_are_repeated()
    {
        Assert.Equal(4, Enlarging.Facts.Upsample2d1.ReceptiveFieldHeight);
        Assert.Equal((6, 6), (Enlarging.Facts.Conv2d2.ReceptiveFieldHeight, Enlarging.Facts.Conv2d2.ReceptiveFieldWidth));
        Assert.Equal((7, 7), (Enlarging.Facts.Conv2d3.ReceptiveFieldHeight, Enlarging.Facts.Conv2d3.ReceptiveFieldWidth));
    }

    [Fact]
    public void Layers_add_up_to_the_network() => Assert.Equal(
        LeNet5.ParameterCount,
        LeNet5.Facts.C1.ParameterCount + LeNet5.Facts.Conv2d2.ParameterCount + LeNet5.Facts.Dense1.ParameterCount
        + LeNet5.Facts.Dense2.ParameterCount + LeNet5.Facts.Dense3.ParameterCount);

    [Fact]
    public void The_summary_shows_layers_and_totals()
    {
        Assert.Contains("C1", LeNet5.Summary, StringComparison.Ordinal);
        Assert.Contains("28x28x6", LeNet5.Summary, StringComparison.Ordinal);
        Assert.Contains("61,706", LeNet5.Summary, StringComparison.Ordinal);
    }
}
