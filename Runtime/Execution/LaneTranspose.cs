using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime;

/// <summary>
/// Turns cells of 16 samples side by side, a plane a channel, into the same cells with channels side by side, a sample after the
/// other, and back. For generated code.
/// </summary>
public static unsafe class LaneTranspose
{
    private const int Step = 4;

    /// <summary>
    /// Spreads a run of cells. Blocks of 16 channels go through the whole run, because that many planes can be read side by side, and
    /// because they fill a cache line of each sample.
    /// </summary>
    /// <param name="lanes">The first cell in the first channel's plane.</param>
    /// <param name="planeFloats">Floats from one plane to the next.</param>
    /// <param name="channels">Channels to move, a multiple of 16.</param>
    /// <param name="columns">Cells that follow each other.</param>
    /// <param name="cell">The first sample's first cell.</param>
    /// <param name="cellFloats">Floats from one cell to the next.</param>
    /// <param name="sampleFloats">Floats from one sample to the next.</param>
    /// <param name="samples">Samples to move; others keep what they have.</param>
    public static void ToCells(float* lanes, nint planeFloats, int channels, int columns, float* cell, nint cellFloats, nint sampleFloats, int samples)
    {
        for (int block = 0; block < channels; block += Lanes.Count)
        {
            float* from = lanes + (block * planeFloats), to = cell + block;
            for (int column = 0; column < columns; column++, from += Lanes.Count, to += cellFloats)
            {
                for (int sample = 0; sample < samples; sample += Step)
                {
                    for (int channel = 0; channel < Lanes.Count; channel += Step)
                    {
                        Square(from + sample + (channel * planeFloats), planeFloats, to + channel + (sample * sampleFloats), sampleFloats);
                    }
                }
            }
        }
    }

    /// <summary>Gathers one cell of 16 samples; the inverse of what <see cref="ToCells"/> does.</summary>
    /// <param name="cell">The first sample's cell.</param>
    /// <param name="sampleFloats">Floats from one sample to the next.</param>
    /// <param name="channels">Channels to move, a multiple of 4.</param>
    /// <param name="lanes">The cell in the first channel's plane.</param>
    /// <param name="planeFloats">Floats from one plane to the next.</param>
    public static void ToLanes(float* cell, nint sampleFloats, int channels, float* lanes, nint planeFloats)
    {
        for (int channel = 0; channel < channels; channel += Step, lanes += Step * planeFloats)
        {
            for (int sample = 0; sample < Lanes.Count; sample += Step)
            {
                Square(cell + (sample * sampleFloats) + channel, sampleFloats, lanes + sample, planeFloats);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* from, nint fromPitch, float* to, nint toPitch)
    {
        if (!Sse.IsSupported)
        {
            for (int row = 0; row < Step; row++)
            {
                for (int column = 0; column < Step; column++)
                {
                    to[(column * toPitch) + row] = from[(row * fromPitch) + column];
                }
            }

            return;
        }

        Vector128<float> a = *(Vector128<float>*)from, b = *(Vector128<float>*)(from + fromPitch);
        Vector128<float> c = *(Vector128<float>*)(from + (2 * fromPitch)), d = *(Vector128<float>*)(from + (3 * fromPitch));
        Vector128<float> ab = Sse.UnpackLow(a, b), cd = Sse.UnpackLow(c, d), abHigh = Sse.UnpackHigh(a, b), cdHigh = Sse.UnpackHigh(c, d);
        *(Vector128<float>*)to = Sse.MoveLowToHigh(ab, cd);
        *(Vector128<float>*)(to + toPitch) = Sse.MoveHighToLow(cd, ab);
        *(Vector128<float>*)(to + (2 * toPitch)) = Sse.MoveLowToHigh(abHigh, cdHigh);
        *(Vector128<float>*)(to + (3 * toPitch)) = Sse.MoveHighToLow(cdHigh, abHigh);
    }
}
