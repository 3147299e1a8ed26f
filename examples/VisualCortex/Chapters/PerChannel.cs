using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>Every colour goes through a filter of its own.</summary>
[Network(Training = false), Input(Views.Height, Views.Width, 3), DepthwiseConv2d(7, 7, Padding.Same, Bias = false)]
public sealed partial class ColourByColour;

/// <summary>The same, then the three answers are added to one.</summary>
[Network(Training = false), Input(Views.Height, Views.Width, 3), SeparableConv2d(7, 7, 1, Padding.Same, Bias = false)]
public sealed partial class ColoursTogether;

/// <summary>A layer as networks have it, in full.</summary>
[Network(Training = false), Input(28, 28, 64), Conv2d(3, 3, 128, Padding.Same, Bias = false)]
public sealed partial class InFull;

/// <summary>The same layer in two parts: space first, channels then.</summary>
[Network(Training = false), Input(28, 28, 64), SeparableConv2d(3, 3, 128, Padding.Same, Bias = false)]
public sealed partial class InTwoParts;

internal static class PerChannel
{
    private const int Side = 7;

    public static void Show(Album album, Picture picture)
    {
        Page.Heading("DepthwiseConv2d and SeparableConv2d: space and channels apart");
        Page.Text("""
            A Conv2d mixes all channels at every place. A depthwise convolution filters each channel by itself, a separable one
            adds a 1 x 1 convolution that mixes them: nearly the same power for a fraction of the price.

            """);
        Page.Cost<InFull>("Conv2d(3, 3, 128, Padding.Same)", "28 x 28 x 64 -> 128");
        Page.Cost<InTwoParts>("SeparableConv2d(3, 3, 128, Padding.Same)", "28 x 28 x 64 -> 128");
        Page.Cost<ColourByColour>("DepthwiseConv2d(7, 7, Padding.Same)", $"{Views.Height} x {Views.Width} x 3 -> 3");
        Page.Cost<ColoursTogether>("SeparableConv2d(7, 7, 1, Padding.Same)", $"{Views.Height} x {Views.Width} x 3 -> 1");

        float[] sample = picture.ToSample(Views.Height, Views.Width, channels: 3);
        float[] filters = Filters();
        var apart = new ColourByColour();
        apart.Parameters["DepthwiseConv2d1.weight"].CopyFrom(filters);
        var together = new ColoursTogether();
        together.Parameters["SeparableConv2d1.weight_depthwise"].CopyFrom(filters);
        together.Parameters["SeparableConv2d1.weight_pointwise"].CopyFrom([1, 1, -1]);
        float[] maps = apart.Predict(sample);
        album.Add(
            "per-channel",
            PictureSheet.Draw(
                columns: 2,
                ("red, upright", Maps.Draw(maps, Views.Height, Views.Width, channels: 3, channel: 0)),
                ("green, lying", Maps.Draw(maps, Views.Height, Views.Width, channels: 3, channel: 1)),
                ("blue, mean", Maps.Draw(maps, Views.Height, Views.Width, channels: 3, channel: 2)),
                ("red + green - blue", FeatureMapPicture.Draw(together.Predict(sample), Views.Height, Views.Width, channels: 1, scale: 1))),
            "upright lines in red, lying ones in green, blue smoothed; the last is separable and mixes the three");
    }

    /// <summary>Height x width x channels x 1: an upright line for red, a lying one for green, the mean for blue.</summary>
    private static float[] Filters()
    {
        var weights = new float[Side * Side * 3];
        float[] lines = LineKernels.LinesLessMean(channels: 1);
        for (int cell = 0; cell < Side * Side; cell++)
        {
            weights[3 * cell] = lines[2 * cell + LineKernels.Upright];
            weights[3 * cell + 1] = lines[2 * cell + LineKernels.Lying];
            weights[3 * cell + 2] = 1f / (Side * Side);
        }

        return weights;
    }
}
