namespace NetDsl.Runtime;

/// <summary>
/// Copies between canonical layout (sample by sample, channels last) and the layout of training: planes of height x width,
/// one a channel, with 16 samples side by side in every cell, so that any number of channels fills whole vectors.
/// </summary>
internal static unsafe class Lanes
{
    /// <summary>Samples in a group.</summary>
    public const int Count = 16;

    /// <summary>Spreads up to 16 samples over the lanes; lanes without a sample become zero.</summary>
    public static void Load(float* samples, int count, float* group, CellLayout layout)
    {
        for (int c = 0; c < layout.Channels; c++)
        {
            for (int row = 0; row < layout.Height; row++)
            {
                float* destination = group + Cell(layout, c, row);
                float* source = samples + ((long)row * layout.Width * layout.Channels) + c;
                for (int column = 0; column < layout.Width; column++, destination += Count, source += layout.Channels)
                {
                    for (int lane = 0; lane < count; lane++)
                    {
                        destination[lane] = source[(long)lane * layout.Length];
                    }

                    for (int lane = count; lane < Count; lane++)
                    {
                        destination[lane] = 0;
                    }
                }
            }
        }
    }

    /// <summary>Gathers up to 16 samples from the lanes.</summary>
    public static void Store(float* group, CellLayout layout, float* samples, int count)
    {
        for (int c = 0; c < layout.Channels; c++)
        {
            for (int row = 0; row < layout.Height; row++)
            {
                float* source = group + Cell(layout, c, row);
                float* destination = samples + ((long)row * layout.Width * layout.Channels) + c;
                for (int column = 0; column < layout.Width; column++, source += Count, destination += layout.Channels)
                {
                    for (int lane = 0; lane < count; lane++)
                    {
                        destination[(long)lane * layout.Length] = source[lane];
                    }
                }
            }
        }
    }

    private static long Cell(CellLayout layout, int channel, int row) =>
        ((long)layout.Offset + ((long)channel * layout.PlanePitch) + ((long)row * layout.RowPitch)) * Count;
}
