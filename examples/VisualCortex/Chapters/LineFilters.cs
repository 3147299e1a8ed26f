using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>A convolution by hand: 49 weights slide over a grey picture, and every place gets a number.</summary>
[Network(Training = false)]
[Input(Views.DetailHeight, Views.DetailWidth, 1)]
[Conv2d(LineKernels.Size, LineKernels.Size, 2, Padding.Same, Bias = false)]   // two filters, no rows lost at the border
public sealed partial class Lines;

/// <summary>The same with negative answers cut off: only what is brighter than its surroundings remains.</summary>
[Network(Training = false)]
[Input(Views.DetailHeight, Views.DetailWidth, 1)]
[Conv2d(LineKernels.Size, LineKernels.Size, 2, Padding.Same, Bias = false), Relu]
public sealed partial class BrightLines;

internal static class LineFilters
{
    public static void Show(Album album, Picture detail)
    {
        Page.Heading("A filter looks for one thing");
        Page.Text($"""
            A filter is a small picture of what it looks for. This network has two of {LineKernels.Size} x {LineKernels.Size} weights, {Lines.ParameterCount} in all:
            an upright line and a lying one. Normally training finds such weights; here we set them.

                var net = new Lines();
                net.Parameters["Conv2d1.weight"].CopyFrom(weights);
                float[] maps = net.Predict(picture);

            Every filter gives a map of where it found its line. Padding.Same adds a border of zeros, so that the maps are
            as large as the picture: {Lines.Facts.Conv2d1.OutputHeight} x {Lines.Facts.Conv2d1.OutputWidth} x {Lines.Facts.Conv2d1.OutputChannels}, and {Lines.Multiplies:N0} multiplications to get them.
            """);
        album.Add("grey-detail", detail, "what the network sees: the middle of the picture, in grey");
        float[] input = detail.ToSample(Views.DetailHeight, Views.DetailWidth);

        var net = new Lines();
        Parameter weight = net.Parameters["Conv2d1.weight"];
        weight.CopyFrom(LineKernels.Lines(channels: 1));
        album.Add("line-filters", FilterPicture.Draw(weight), "the two filters: white is 1/7, grey is 0");
        album.Add("line-maps", Sheet(net.Predict(input)), "left the upright line's map, right the lying one's");
        Page.Text("""
            Look at the lines that run along a filter: they stay sharp, for the filter adds up seven cells of the same line. Lines
            across it are smeared, for it adds up a line and what lies on both sides.

            An even surface still answers, by its brightness. Take its mean from the filter and an even surface gives 0; take a
            Relu behind it, and nothing remains but bright lines of one direction. This is what first layers learn by themselves.
            """);
        var bright = new BrightLines();
        bright.Parameters["Conv2d1.weight"].CopyFrom(LineKernels.LinesLessMean(channels: 1));
        album.Add("bright-lines", Sheet(bright.Predict(input)), "left bright upright lines, right bright lying ones");
    }

    private static Picture Sheet(float[] maps) => PictureSheet.Draw(
        columns: 2,
        ("upright", Maps.Draw(maps, Views.DetailHeight, Views.DetailWidth, channels: 2, LineKernels.Upright)),
        ("lying", Maps.Draw(maps, Views.DetailHeight, Views.DetailWidth, channels: 2, LineKernels.Lying)));
}
