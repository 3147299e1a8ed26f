using NetDsl;

namespace VisualCortex;

/// <summary>Single feature maps out of what Predict gives, where the channels of a cell stand side by side.</summary>
internal static class Maps
{
    /// <summary>One channel of one sample; black is its lowest value, white its highest.</summary>
    public static Picture Draw(ReadOnlySpan<float> maps, int height, int width, int channels, int channel, int scale = 1)
    {
        var map = new float[height * width];
        for (int i = 0; i < map.Length; i++)
        {
            map[i] = maps[i * channels + channel];
        }

        return FeatureMapPicture.Draw(map, height, width, channels: 1, scale);
    }
}
