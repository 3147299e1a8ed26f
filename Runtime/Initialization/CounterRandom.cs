using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>
/// Random numbers without a state: number <c>index</c> of stream <c>key</c> is a hash of the two, so threads can draw
/// in any order and get the same bits. It is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom
/// number generators"), whose sequence is a hash of a counter already. The sequences are part of what a seed means and
/// never change.
/// </summary>
public static class CounterRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The key of a stream that belongs to <paramref name="seed"/> alone, such as one for each parameter.</summary>
    public static ulong Key(ulong seed, ulong stream) => Mix(Mix(seed + GoldenGamma) ^ (stream + 1) * GoldenGamma);

    /// <summary>The key of a stream for one step of something, such as a dropout layer's mask in one training step.</summary>
    public static ulong Key(ulong seed, ulong stream, ulong step) => Key(Key(seed, stream), step);

    /// <summary>64 random bits: output number <paramref name="index"/> of SplitMix64 seeded with <paramref name="key"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ulong key, ulong index) => Mix(key + (index + 1) * GoldenGamma);

    /// <summary>A float from 0 up to but without 1, in steps of 2^-24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Uniform(ulong key, uint element) => (int)(Bits(key, element) >> 40) * (1f / (1 << 24));

    /// <summary>A double strictly between 0 and 1, in odd multiples of 2^-53.</summary>
    public static double OpenUniform(ulong key, ulong index) => ((long)(Bits(key, index) >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1.</summary>
    /// <remarks>By multiplication (Lemire 2019); the bias is below bound / 2^64.</remarks>
    public static int Below(ulong key, ulong index, int bound) => (int)Math.BigMul(Bits(key, index), (ulong)bound, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
