namespace NetDsl.Tests;

public sealed class PngTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, byte[]> Lies => new()
    {
        { "no header", PngFiles.File(PngFiles.Data(0, 1), PngFiles.End) },
        { "two headers", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0, 1), PngFiles.End) },
        { "no data", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.End) },
        { "no end", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0, 1)) },
        { "empty", PngFiles.File(PngFiles.Header(0, 1, 8, 0), PngFiles.Data(0, 1), PngFiles.End) },
        { "no rows", PngFiles.File(PngFiles.Header(1, 0, 8, 0), PngFiles.Data(0, 1), PngFiles.End) },
        { "huge", PngFiles.File(PngFiles.Header(int.MaxValue, int.MaxValue, 8, 6), PngFiles.Data(0, 1), PngFiles.End) },
        { "negative", PngFiles.File(PngFiles.Header(-1, 1, 8, 6), PngFiles.Data(0, 1), PngFiles.End) },
        { "large", PngFiles.File(PngFiles.Header(20_000, 20_000, 8, 6), PngFiles.Data(0, 1), PngFiles.End) },
        { "too few rows", PngFiles.File(PngFiles.Header(1, 2, 8, 0), PngFiles.Data(0, 1), PngFiles.End) },
        { "too many rows", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0, 1, 0, 1), PngFiles.End) },
        { "a bomb", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(new byte[30_000_000]), PngFiles.End) },
        { "a filter that does not exist", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(9, 1), PngFiles.End) },
        { "depth 3", PngFiles.File(PngFiles.Header(1, 1, 3, 0), PngFiles.Data(0, 1), PngFiles.End) },
        { "colour type 5", PngFiles.File(PngFiles.Header(1, 1, 8, 5), PngFiles.Data(0, 1), PngFiles.End) },
        { "colour of 4 bits", PngFiles.File(PngFiles.Header(1, 1, 4, 2), PngFiles.Data(0, 1), PngFiles.End) },
        { "compression 1", PngFiles.File(PngFiles.Header(1, 1, 8, 0, compression: 1), PngFiles.Data(0, 1), PngFiles.End) },
        { "filter method 1", PngFiles.File(PngFiles.Header(1, 1, 8, 0, filter: 1), PngFiles.Data(0, 1), PngFiles.End) },
        { "interlacing 2", PngFiles.File(PngFiles.Header(1, 1, 8, 0, interlacing: 2), PngFiles.Data(0, 1), PngFiles.End) },
        { "a short header", PngFiles.File(PngFiles.Chunk("IHDR", 1, 2, 3), PngFiles.Data(0, 1), PngFiles.End) },
        { "no palette", PngFiles.File(PngFiles.Header(1, 1, 8, 3), PngFiles.Data(0, 1), PngFiles.End) },
        { "a palette of 4 bytes", PngFiles.File(PngFiles.Header(1, 1, 8, 3), PngFiles.Chunk("PLTE", 1, 2, 3, 4), PngFiles.Data(0, 0), PngFiles.End) },
        { "a palette too late", PngFiles.File(PngFiles.Header(1, 1, 8, 3), PngFiles.Data(0, 0), PngFiles.Chunk("PLTE", 1, 2, 3), PngFiles.End) },
        { "data apart", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0), PngFiles.Chunk("tEXt", 65), PngFiles.Data(1), PngFiles.End) },
        { "an unknown chunk that matters", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Chunk("ABCD", 1), PngFiles.Data(0, 1), PngFiles.End) },
        { "a chunk that is not of letters", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Chunk("a\n1~", 1), PngFiles.Data(0, 1), PngFiles.End) },
        { "an end with content", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0, 1), PngFiles.Chunk("IEND", 1)) },
        { "bytes behind the end", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Data(0, 1), PngFiles.End, [0]) },
        { "data that is no zlib", PngFiles.File(PngFiles.Header(1, 1, 8, 0), PngFiles.Chunk("IDAT", 1, 2, 3, 4), PngFiles.End) },
        { "a transparency too long", PngFiles.File(PngFiles.Header(1, 1, 8, 3), PngFiles.Chunk("PLTE", 1, 2, 3), PngFiles.Chunk("tRNS", 1, 2, 3), PngFiles.Data(0, 0), PngFiles.End) },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_written_is_read(int channels)
    {
        byte[] pixels = [.. Enumerable.Range(0, 7 * 5 * channels).Select(i => (byte)(i * 37))];
        PngWriter.Write(folder["a.png"], new Picture(7, 5, channels, pixels));
        Picture found = PngReader.Read(folder["a.png"]);
        Assert.Equal((7, 5, channels), (found.Width, found.Height, found.Channels));
        Assert.Equal(pixels, found.Pixels.ToArray());
    }

    [Fact]
    public void Few_bits_palettes_deep_and_grey_with_opacity_are_read()
    {
        Assert.Equal([0, 255, 255, 0], Decode(PngFiles.Header(4, 1, 1, 0), PngFiles.Data(0, 0b0110_0000)).Pixels.ToArray());
        Assert.Equal([7, 8, 9, 1, 2, 3], Decode(PngFiles.Header(2, 1, 8, 3), PngFiles.Chunk("PLTE", 1, 2, 3, 7, 8, 9), PngFiles.Data(0, 1, 0)).Pixels.ToArray());
        Assert.Equal([0x12, 0xAB], Decode(PngFiles.Header(2, 1, 16, 0), PngFiles.Data(0, 0x12, 0x34, 0xAB, 0xCD)).Pixels.ToArray());
        Assert.Equal([5, 5, 5, 6], Decode(PngFiles.Header(1, 1, 8, 4), PngFiles.Data(0, 5, 6)).Pixels.ToArray());
    }

    [Fact]
    public void Interlaced_pictures_are_read()
    {
        // Adam7 of 3 x 3: pass 1 has (0,0), pass 4 (2,0), pass 5 (0,2) and (2,2), pass 6 (1,0) and (1,2), pass 7 row 1.
        byte[] rows = [0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6];
        Picture found = Decode(PngFiles.Header(3, 3, 8, 0, interlacing: 1), PngFiles.Data(rows));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], found.Pixels.ToArray());
    }

    [Fact]
    public void Every_truncation_is_found()
    {
        byte[] whole = Whole();
        for (int length = 0; length < whole.Length; length++)
        {
            string path = folder.Write("a.png", whole[..length]);
            Messages.OfDamage(path, () => PngReader.Read(path));
        }
    }

    [Fact]
    public void Every_changed_byte_is_found()
    {
        foreach (byte[] broken in Mutations.Changed(Whole(), count: 400))
        {
            string path = folder.Write("a.png", broken);
            Messages.OfDamage(path, () => PngReader.Read(path));
        }
    }

    [Fact]
    public void Foreign_files_are_named_as_such()
    {
        foreach (byte[] content in Mutations.Foreign().Append(PngFiles.Signature))
        {
            string path = folder.Write("a.png", content);
            Messages.OfDamage(path, () => PngReader.Read(path));
        }
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void Pictures_that_lie_with_right_check_sums_are_found(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        string path = folder.Write("a.png", content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Messages.OfDamage(path, () => PngReader.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000);
    }

    [Fact]
    public void A_full_disk_leaves_the_earlier_picture()
    {
        PngWriter.Write(folder["a.png"], new Picture(1, 1, 1, [7]));
        Assert.Throws<IOException>(() => PngWriter.Write(Path.Combine(folder["a.png"], "b.png"), new Picture(1, 1, 1, [8])));
        Assert.Equal([7], PngReader.Read(folder["a.png"]).Pixels.ToArray());
    }

    private static Picture Decode(params byte[][] chunks) => PngReader.Decode(PngFiles.File([.. chunks, PngFiles.End]), "test");

    private static byte[] Whole()
    {
        using var stream = new MemoryStream();
        PngWriter.Write(stream, new Picture(20, 15, 3, [.. Enumerable.Range(0, 900).Select(i => (byte)(i * i))]));
        return stream.ToArray();
    }
}
