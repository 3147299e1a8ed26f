using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>A window of two pictures, one after the other, over a film of four: height and width stay.</summary>
[Network(Training = false), Input(4, 24, 36, 1), Conv3d(2, 1, 1, 1, Bias = false)]
public sealed partial class Film;

internal static class Volumes
{
    private const int Height = 24;
    private const int Width = 36;
    private const int FrameLength = Height * Width;
    private const int Frames = Film.InputLength / FrameLength;
    private const int Changes = Film.Facts.Conv3d1.OutputDepth;

    public static void Show(Album album)
    {
        Page.Heading("Conv3d: through a film");
        Page.Text("""
            Three dimensions, and windows that have a depth: slices of a body, or the pictures of a film. Two weights, -1 for a picture
            and 1 for the next, see what changes and are blind for what stands still.

            """);
        Page.Cost<Film>("Conv3d(2, 1, 1, 1, Bias = false)", $"{Frames} x {Height} x {Width} x 1 -> {Changes} x {Film.Facts.Conv3d1.OutputHeight} x {Film.Facts.Conv3d1.OutputWidth} x 1");
        float[] film = [.. Enumerable.Range(0, Frames).SelectMany(Frame)];
        var net = new Film();
        // Depth x height x width x in x out.
        net.Parameters["Conv3d1.weight"].CopyFrom([-1, 1]);
        float[] changes = net.Predict(film);
        (string, Picture)[] frames = [.. Enumerable.Range(0, Frames).Select(i => ($"{i + 1}", Draw(film, i)))];
        (string, Picture)[] differences = [.. Enumerable.Range(0, Changes).Select(i => ($"{i + 1} to {i + 2}", Draw(changes, i)))];
        album.Add("film", PictureSheet.Draw(Frames, [.. frames, .. differences]), "above the film; below what changed: white came, black went, the house is gone");
    }

    private static Picture Draw(float[] values, int frame) =>
        FeatureMapPicture.Draw(values.AsSpan(frame * FrameLength, FrameLength), Height, Width, channels: 1, scale: 4);

    // A house that stands still, and a ball that flies over it.
    private static IEnumerable<float> Frame(int time) => Enumerable.Range(0, FrameLength).Select(i =>
    {
        (int row, int column) = Math.DivRem(i, Width);
        bool isHouse = row >= 14 && column is >= 12 and < 26;
        bool isBall = Math.Pow(row - 6, 2) + Math.Pow(column - 6 - 8 * time, 2) < 10;
        return isBall ? 1f : isHouse ? 0.6f : 0.1f;
    });
}
