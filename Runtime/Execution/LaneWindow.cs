namespace NetDsl.Runtime;

/// <summary>Rows of planes of 16 samples that a training kernel copies out, the samples one after the other; for generated code.</summary>
/// <param name="Height">Rows of a plane.</param>
/// <param name="Width">Cells of a row.</param>
/// <param name="RowFloats">Floats from one row of a plane to the next.</param>
/// <param name="PlaneFloats">Floats from one plane to the next.</param>
/// <param name="Rows">Rows to copy.</param>
/// <param name="Columns">Cells of a copied row.</param>
/// <param name="CellFloats">Floats from one copied cell to the next.</param>
/// <param name="SampleFloats">Floats from one copied sample to the next.</param>
public readonly unsafe record struct LaneWindow(
    int Height, int Width, int RowFloats, int PlaneFloats, int Rows, int Columns, int CellFloats, int SampleFloats)
{
    /// <summary>Copies cells of some channels; those beyond the planes' borders become zeros.</summary>
    /// <param name="planes">The first cell of the first channel's plane.</param>
    /// <param name="cells">Receives the first channel of the first cell of the first sample.</param>
    /// <param name="firstRow">The plane's row that the first copied one is; negative above the border.</param>
    /// <param name="firstColumn">The row's cell that the first copied one is; negative left of the border.</param>
    /// <param name="channels">Channels to copy, a multiple of 16.</param>
    /// <param name="samples">Samples to copy.</param>
    public void Gather(float* planes, float* cells, int firstRow, int firstColumn, int channels, int samples)
    {
        int left = Math.Min(Columns, Math.Max(0, -firstColumn)), end = Math.Max(left, Math.Min(Columns, Width - firstColumn));
        for (int r = 0; r < Rows; r++, cells += (nint)Columns * CellFloats)
        {
            int row = firstRow + r;
            if ((uint)row >= (uint)Height)
            {
                Clear(cells, 0, Columns, channels, samples);
                continue;
            }

            float* from = planes + ((nint)row * RowFloats) + ((nint)(firstColumn + left) * Lanes.Count);
            Clear(cells, 0, left, channels, samples);
            LaneTranspose.ToCells(from, PlaneFloats, channels, end - left, cells + ((nint)left * CellFloats), CellFloats, SampleFloats, samples);
            Clear(cells, end, Columns, channels, samples);
        }
    }

    private void Clear(float* cells, int first, int end, int channels, int samples)
    {
        for (int column = first; column < end; column++)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                new Span<float>(cells + ((nint)column * CellFloats) + ((nint)sample * SampleFloats), channels).Clear();
            }
        }
    }
}
