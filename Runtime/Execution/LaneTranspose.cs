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

    /// <summary>Spreads one cell: <paramref name="channels"/> numbers (a multiple of 4) for each of 16 samples.</summary>
    /// <param name="lanes">The cell in the first channel's plane.</param>
    /// <param name="planeFloats">Floats from one plane to the next.</param>
    /// <param name="channels">Channels to move.</param>
    /// <param name="cell">The first sample's cell.</param>
    /// <param name="sampleFloats">Floats from one sample to the next.</param>
    public static void ToCells(float* lanes, nint planeFloats, int channels, float* cell, nint sampleFloats)
    {
        for (int sample = 0; sample < Lanes.Count; sample += Step)
        {
            float* to = cell + (sample * sampleFloats), from = lanes + sample;
            for (int channel = 0; channel < channels; channel += Step, from += Step * planeFloats, to += Step)
            {
                Square(from, planeFloats, to, sampleFloats);
            }
        }
    }

    /// <summary>Gathers one cell of 16 samples; the inverse of <see cref="ToCells"/>.</summary>
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

    /// <summary>Zeros one cell of every sample.</summary>
    public static void Clear(float* cell, nint sampleFloats, int channels)
    {
        for (int sample = 0; sample < Lanes.Count; sample++, cell += sampleFloats)
        {
            new Span<float>(cell, channels).Clear();
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
