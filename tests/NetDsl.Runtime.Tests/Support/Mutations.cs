using NetDsl.Runtime;

namespace NetDsl.Tests;

/// <summary>Ways to damage a file.</summary>
internal static class Mutations
{
    /// <summary>Every length below the whole, or so many spread evenly.</summary>
    public static IEnumerable<byte[]> Truncated(byte[] file, int most = 100)
    {
        int step = Math.Max(1, file.Length / most);
        for (int length = 0; length < file.Length; length += step)
        {
            yield return file[..length];
        }
    }

    /// <summary>So many copies with one byte changed at a place and by an amount drawn from a fixed stream.</summary>
    public static IEnumerable<byte[]> Changed(byte[] file, int count, int from = 0)
    {
        ulong key = CounterRandom.Key(99, 1);
        for (int i = 0; i < count; i++)
        {
            var copy = (byte[])file.Clone();
            copy[CounterRandom.Below(key, (ulong)(2 * i), file.Length - from) + from] ^= (byte)(1 + CounterRandom.Below(key, (ulong)(2 * i + 1), 255));
            yield return copy;
        }
    }

    /// <summary>Files of other kinds, and none at all.</summary>
    public static IEnumerable<byte[]> Foreign() =>
    [
        [],
        [0],
        "GIF89a\u0001\u0000\u0001\u0000"u8.ToArray(),
        "PK\u0003\u0004 an archive"u8.ToArray(),
        "{\"json\": true}"u8.ToArray(),
        "%PDF-1.7 a document of another kind, long enough for every header"u8.ToArray(),
        "\u007fELF\u0002\u0001\u0001 a program"u8.ToArray(),
        new byte[1000],
        [.. Enumerable.Repeat((byte)0xFF, 1000)],
    ];
}
