namespace NetDsl.Runtime;

/// <summary>
/// Copies between canonical layout (channels last) and the layout of training in blocks: planes of height x width, one for 16 channels,
/// whose cells hold those of one sample.
/// </summary>
internal static unsafe class Blocks
{
    /// <summary>Spreads a sample over its blocks; lanes without a channel become zero.</summary>
    public static void Load(float* sample, float* group, CellLayout layout)
    {
        for (int first = 0; first < layout.Channels; first += Lanes.Count)
        {
            int real = Math.Min(Lanes.Count, layout.Channels - first);
            for (int row = 0; row < layout.Height; row++)
            {
                float* cell = group + Cell(layout, first, row), source = sample + ((long)row * layout.Width * layout.Channels) + first;
                for (int column = 0; column < layout.Width; column++, cell += Lanes.Count, source += layout.Channels)
                {
                    new ReadOnlySpan<float>(source, real).CopyTo(new Span<float>(cell, real));
                    new Span<float>(cell + real, Lanes.Count - real).Clear();
                }
            }
        }
    }

    /// <summary>Gathers a sample from its blocks.</summary>
    public static void Store(float* group, CellLayout layout, float* sample)
    {
        for (int first = 0; first < layout.Channels; first += Lanes.Count)
        {
            int real = Math.Min(Lanes.Count, layout.Channels - first);
            for (int row = 0; row < layout.Height; row++)
            {
                float* cell = group + Cell(layout, first, row), target = sample + ((long)row * layout.Width * layout.Channels) + first;
                for (int column = 0; column < layout.Width; column++, cell += Lanes.Count, target += layout.Channels)
                {
                    new ReadOnlySpan<float>(cell, real).CopyTo(new Span<float>(target, real));
                }
            }
        }
    }

    private static long Cell(CellLayout layout, int channel, int row) =>
        ((long)layout.Offset + ((long)channel / Lanes.Count * layout.PlanePitch) + ((long)row * layout.RowPitch)) * Lanes.Count;
}
