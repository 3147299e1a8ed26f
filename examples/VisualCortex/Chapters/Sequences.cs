using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>Two filters of three cells over 24 numbers in a row.</summary>
[Network(Training = false), Input(24, 1), Conv1d(3, 2, Padding.Same, Bias = false)]
public sealed partial class Pulse;

internal static class Sequences
{
    private const int Scale = 8;

    // Three beats: a low step up, a high peak, and rest.
    private static readonly float[] Beats = [.. Enumerable.Range(0, Pulse.InputLength).Select(i => (i % 8) switch { 2 => 0.3f, 4 => 1f, 5 => 0.4f, _ => 0f })];

    public static void Show(Album album)
    {
        Page.Heading("Conv1d: along a sequence");
        Page.Text("""
            Sound, prices, heart beats: one dimension, and windows that slide along it. Two filters of three weights: one takes the
            mean (1 1 1)/3, the other the difference of the neighbours (-1 0 1).

            """);
        Page.Cost<Pulse>("Conv1d(3, 2, Padding.Same, Bias = false)", "24 x 1 -> 24 x 2");
        var net = new Pulse();
        // Length x input channels x filters: mean and difference stand side by side.
        net.Parameters["Conv1d1.weight"].CopyFrom([1f / 3, -1, 1f / 3, 0, 1f / 3, 1]);
        float[] maps = net.Predict(Beats);
        album.Add(
            "sequence",
            PictureSheet.Draw(
                columns: 1,
                ("beats", FeatureMapPicture.Draw(Beats, 1, Pulse.InputLength, channels: 1, 2 * Scale)),
                ("mean", Maps.Draw(maps, 1, Pulse.InputLength, channels: 2, channel: 0, 2 * Scale)),
                ("difference", Maps.Draw(maps, 1, Pulse.InputLength, channels: 2, channel: 1, 2 * Scale))),
            "time from left to right: the beats, smoothed, and where they rise (white) and fall (black)");
    }
}
