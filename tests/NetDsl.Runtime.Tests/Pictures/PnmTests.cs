using System.Text;

namespace NetDsl.Tests;

public sealed class PnmTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Lies => new()
    {
        { "a bitmap", "P4 1 1 \u0001" },
        { "no such kind", "P7 1 1 255 A" },
        { "nothing but its kind", "P5" },
        { "no height", "P5 3" },
        { "no value of white", "P5 3 3 " },
        { "a size of letters", "P5 three 3 255 " },
        { "a negative size", "P5 -3 3 255 " },
        { "a size with a fraction", "P5 3.5 3 255 " },
        { "no columns", "P5 0 3 255 " },
        { "no rows", "P5 3 0 255 " },
        { "a large size", "P6 20000 20000 255 " },
        { "a huge size", "P5 2000000000 2000000000 255 " },
        { "a size beyond all integers", "P5 99999999999999999999 1 255 " },
        { "more pixels than bytes", "P6 8000 8000 255 abc" },
        { "more numbers than bytes", "P3 8000 8000 255 1 2 3" },
        { "white of 0", "P5 1 1 0 A" },
        { "white of 65536", "P5 1 1 65536 AB" },
        { "a value above white", "P5 1 1 64 A" },
        { "a number above white", "P2 1 1 9 10" },
        { "a value that is no number", "P2 2 1 9 1 x" },
        { "a value too few", "P2 3 1 9 1 222" },
        { "a value too many", "P2 1 1 9 1 2" },
        { "half a deep value", "P5 1 1 256 A" },
        { "bytes behind the picture", "P5 1 1 255 AB" },
        { "an endless comment", "P5 1 1 #255 A" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("P2 2 1 255 7 255", 1, new byte[] { 7, 255 })]
    [InlineData("P3\n1 1\n255\n1 2 3\n", 3, new byte[] { 1, 2, 3 })]
    [InlineData("P5 2 1 255 AB", 1, new byte[] { 65, 66 })]
    [InlineData("P6 1 1 255\nABC", 3, new byte[] { 65, 66, 67 })]
    [InlineData("P5 2 1 255\n\n\t", 1, new byte[] { 10, 9 })]
    [InlineData("P5 2 1 255 AB\r\n", 1, new byte[] { 65, 66 })]
    [InlineData("P2 2 1 #two\n1 1 0", 1, new byte[] { 255, 0 })]
    [InlineData("P5#made\n# by hand\n2#columns\n1 255#white\nAB", 1, new byte[] { 65, 66 })]
    [InlineData("P5 4 1 3 \u0000\u0001\u0002\u0003", 1, new byte[] { 0, 85, 170, 255 })]
    [InlineData("P2 3 1 65535 0 32768 65535", 1, new byte[] { 0, 128, 255 })]
    [InlineData("P5 2 1 16705 AA\u0000A", 1, new byte[] { 255, 1 })]
    public void Every_kind_is_read(string text, int channels, byte[] pixels)
    {
        Picture found = Decode(text);
        Assert.Equal(channels, found.Channels);
        Assert.Equal(pixels, found.Pixels.ToArray());
    }

    [Fact]
    public void The_size_is_columns_then_rows()
    {
        Picture found = Decode("P3 2 3 9 " + string.Join(' ', Enumerable.Repeat("1 2 3", 6)));
        Assert.Equal((2, 3, 3), (found.Width, found.Height, found.Channels));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void Files_that_lie_are_found(string what, string content)
    {
        Assert.NotEmpty(what);
        string path = folder.Write("a.pgm", Encoding.Latin1.GetBytes(content));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Messages.OfDamage(path, () => PnmReader.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000);
    }

    [Theory]
    [InlineData("P6 4 2 255 ABCDEFGHIJKLMNOPQRSTUVWX")]
    [InlineData("P5 4 2 1000 \u0000B\u0000D\u0000F\u0000H\u0000J\u0000L\u0000N\u0000P")]
    public void Every_truncation_is_found(string content)
    {
        foreach (byte[] part in Mutations.Truncated(Encoding.Latin1.GetBytes(content)))
        {
            string path = folder.Write("a.ppm", part);
            Messages.OfDamage(path, () => PnmReader.Read(path));
        }
    }

    [Fact]
    public void Foreign_files_are_named_as_such()
    {
        foreach (byte[] content in Mutations.Foreign())
        {
            string path = folder.Write("a.ppm", content);
            Messages.OfDamage(path, () => PnmReader.Read(path));
            Assert.Contains("is no PNG, JPEG, PGM or PPM", Messages.OfDamage(path, () => PictureReader.Read(path)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_bytes_decide_the_kind_and_not_the_name()
    {
        PngWriter.Write(folder["a.ppm"], new Picture(1, 1, 1, [7]));
        string pgm = folder.Write("a.png", "P5 1 1 255 A"u8.ToArray());
        Assert.Equal([7], PictureReader.Read(folder["a.ppm"]).Pixels.ToArray());
        Assert.Equal([65], PictureReader.Read(pgm).Pixels.ToArray());
    }

    private static Picture Decode(string text) => PnmReader.Decode(Encoding.Latin1.GetBytes(text), "test");
}
