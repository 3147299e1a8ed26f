using NetDsl;

namespace VisualCortex.Chapters;

#pragma warning disable NDSL2003 // In steps of two, Same pads 2 and 3: no weights of another framework are loaded here.

/// <summary>Filters of 7 x 7 x 3 go over a colour picture in steps of two cells.</summary>
[Network(Training = false)]
[Input(Views.Height, Views.Width, 3)]
[Conv2d(LineKernels.Size, LineKernels.Size, 2, Padding.Same, Stride = 2, Bias = false)]
public sealed partial class ColourLines;

internal static class TwoPictures
{
    private const int Height = ColourLines.Facts.Conv2d1.OutputHeight;
    private const int Width = ColourLines.Facts.Conv2d1.OutputWidth;
    private const int Channels = ColourLines.Facts.Conv2d1.OutputChannels;

    public static void Show(Album album, Views views)
    {
        Page.Heading("Two colour pictures at once, in steps of two");
        Page.Text($"""
            A colour picture has three channels, and so has every filter: {LineKernels.Size} x {LineKernels.Size} x 3 = {ColourLines.ParameterCount / Channels} weights. It still gives one number a
            place. With Stride = 2 it looks at every second place, both ways: {Views.Height} x {Views.Width} x 3 becomes {Height} x {Width} x {Channels}.

            A batch is samples behind each other in one span. Two pictures are two samples of InputLength = {ColourLines.InputLength:N0}
            numbers (rows, columns, channels last), and one call gives two of OutputLength = {ColourLines.OutputLength:N0}.
            """);
        album.Add("colour-pictures", PictureSheet.Draw(columns: 2, ("first", views.First), ("second", views.Second)), "the batch");

        float[] batch = [.. Sample(views.First), .. Sample(views.Second)];
        var net = new ColourLines();
        Parameter weight = net.Parameters["Conv2d1.weight"];
        weight.CopyFrom(LineKernels.LinesLessMean(channels: 3));
        float[] maps = net.Predict(batch);
        album.Add("colour-filters", FilterPicture.Draw(weight), "the filters, red, green and blue alike");
        album.Add(
            "colour-maps",
            PictureSheet.Draw(
                columns: 2,
                ("first, upright", Map(maps, picture: 0, LineKernels.Upright)),
                ("first, lying", Map(maps, picture: 0, LineKernels.Lying)),
                ("second, upright", Map(maps, picture: 1, LineKernels.Upright)),
                ("second, lying", Map(maps, picture: 1, LineKernels.Lying))),
            "above the first picture, below the second; left upright lines, right lying ones");
        Page.Text("""
            Grey is 0 here or near it, white a bright line, black a dark one: without a Relu both are seen.
            """);
    }

    private static float[] Sample(Picture picture) => picture.ToSample(Views.Height, Views.Width, channels: 3);

    private static Picture Map(float[] maps, int picture, int filter) =>
        Maps.Draw(maps.AsSpan(picture * ColourLines.OutputLength, ColourLines.OutputLength), Height, Width, Channels, filter);
}
