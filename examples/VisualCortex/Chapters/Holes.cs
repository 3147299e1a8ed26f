using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>Nine cells side by side.</summary>
[Network(Training = false), Input(13, 13, 1), Conv2d(3, 3, 1, Padding.Same, Bias = false)]
public sealed partial class Dense3x3;

/// <summary>Nine cells with one left out between them.</summary>
[Network(Training = false), Input(13, 13, 1), AtrousConv2d(3, 3, 1, 2, Padding.Same, Bias = false)]
public sealed partial class Rate2;

/// <summary>Nine cells with three left out between them.</summary>
[Network(Training = false), Input(13, 13, 1), AtrousConv2d(3, 3, 1, 4, Padding.Same, Bias = false)]
public sealed partial class Rate4;

internal static class Holes
{
    private const int Side = 13;

    public static void Show(Album album)
    {
        Page.Heading("Conv2d and AtrousConv2d: the same weights, further apart");
        Page.Text("""
            A filter with holes (in French: à trous) sees more of the picture with as many weights, and no map gets smaller.

            """);
        Page.Cost<Dense3x3>("Conv2d(3, 3, 1)", $"sees {Field(Dense3x3.Facts.Conv2d1.ReceptiveFieldHeight, Dense3x3.Facts.Conv2d1.ReceptiveFieldWidth)}");
        Page.Cost<Rate2>("AtrousConv2d(3, 3, 1, rate: 2)", $"sees {Field(Rate2.Facts.AtrousConv2d1.ReceptiveFieldHeight, Rate2.Facts.AtrousConv2d1.ReceptiveFieldWidth)}");
        Page.Cost<Rate4>("AtrousConv2d(3, 3, 1, rate: 4)", $"sees {Field(Rate4.Facts.AtrousConv2d1.ReceptiveFieldHeight, Rate4.Facts.AtrousConv2d1.ReceptiveFieldWidth)}");
        album.Add(
            "holes",
            PictureSheet.Draw(columns: 3, ("rate 1", Taps(new Dense3x3())), ("rate 2", Taps(new Rate2())), ("rate 4", Taps(new Rate4()))),
            "the nine cells that the middle of the output is made of, at rates 1, 2 and 4");
    }

    private static string Field(int height, int width) => $"{height} x {width} cells";

    // A single 1 in the middle answers wherever a tap reaches it; with equal weights that is the pattern of the taps itself.
    private static Picture Taps<TNetwork>(TNetwork net)
        where TNetwork : class, INetwork<TNetwork>
    {
        net.Parameters[0].CopyFrom([1, 1, 1, 1, 1, 1, 1, 1, 1]);
        var spark = new float[TNetwork.InputLength];
        spark[spark.Length / 2] = 1;
        return FeatureMapPicture.Draw(net.Predict(spark), Side, Side, channels: 1, scale: 10);
    }
}
