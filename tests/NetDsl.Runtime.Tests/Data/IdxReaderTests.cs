namespace NetDsl.Tests;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_become_samples(bool compressed)
    {
        IdxImages images = IdxReader.ReadImages(Write(IdxFiles.Images(3, 4, 5), compressed), new IdxOptions { PixelScale = PixelScale.None });
        Assert.Equal((3, 4, 5), (images.Count, images.Height, images.Width));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => (float)i), images.Samples);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Labels_are_read(bool compressed) =>
        Assert.Equal([3, 0, 9], IdxReader.ReadLabels(Write(IdxFiles.Labels(3, 0, 9), compressed)));

    [Fact]
    public void Compression_is_found_out_from_the_content_not_the_name()
    {
        Assert.Equal([7], IdxReader.ReadLabels(folder.Write("labels", IdxFiles.Gzip(IdxFiles.Labels(7)))));
        Assert.Equal([7], IdxReader.ReadLabels(folder.Write("labels.gz", IdxFiles.Labels(7))));
    }

    [Fact]
    public void Padding_is_centred_and_scaled_like_the_rest()
    {
        IdxImages images = IdxReader.ReadImages(
            Write(IdxFiles.Images(2, 2, 2)), new IdxOptions { PadTo = 5, PadValue = 255, PixelScale = PixelScale.Unit });
        Assert.Equal((2, 5, 5), (images.Count, images.Height, images.Width));
        float[] expected = [.. Enumerable.Repeat(1f, 50)];
        (expected[6], expected[7], expected[11], expected[12]) = (0, 1 / 255f, 2 / 255f, 3 / 255f);
        (expected[31], expected[32], expected[36], expected[37]) = (4 / 255f, 5 / 255f, 6 / 255f, 7 / 255f);
        Assert.Equal(expected, images.Samples);
    }

    [Fact]
    public void Scales_map_black_and_white_where_they_should()
    {
        Assert.Equal((0f, 1f), (PixelScale.Unit.Apply(0), PixelScale.Unit.Apply(255)));
        Assert.Equal(-0.1f, PixelScale.LeCun.Apply(0));
        Assert.Equal(1.175f, PixelScale.LeCun.Apply(255), 1e-6f);
        Assert.Equal((1 - 0.1307) / 0.3081, PixelScale.Standard(0.1307, 0.3081).Apply(255), 1e-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelScale.Standard(0, 0));
    }

    [Fact]
    public void Pictures_larger_than_the_padding_are_refused()
    {
        string path = Write(IdxFiles.Images(1, 6, 4));
        ArgumentException e = Assert.Throws<ArgumentException>(() => IdxReader.ReadImages(path, new IdxOptions { PadTo = 5 }));
        Assert.Contains("6 x 4", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_found()
    {
        byte[] images = IdxFiles.Images(3, 4, 5);
        byte[] labels = IdxFiles.Labels([.. Enumerable.Range(0, 60).Select(i => (byte)(i % 10))]);
        foreach (byte[] broken in Mutations.Truncated(images).Concat(Mutations.Truncated(IdxFiles.Gzip(images))))
        {
            string path = Write(broken);
            Messages.OfDamage(path, () => IdxReader.ReadImages(path));
        }

        foreach (byte[] broken in Mutations.Truncated(labels).Concat(Mutations.Truncated(IdxFiles.Gzip(labels))))
        {
            string path = Write(broken);
            Messages.OfDamage(path, () => IdxReader.ReadLabels(path));
        }
    }

    [Fact]
    public void Every_change_of_the_header_is_found()
    {
        byte[] images = IdxFiles.Images(3, 4, 5);
        for (int position = 0; position < 16; position++)
        {
            foreach (byte bit in new byte[] { 1, 16, 128 })
            {
                var broken = (byte[])images.Clone();
                broken[position] ^= bit;
                string path = Write(broken);
                Messages.OfDamage(path, () => IdxReader.ReadImages(path));
            }
        }
    }

    [Fact]
    public void Foreign_files_are_named_as_such()
    {
        foreach (byte[] content in Mutations.Foreign())
        {
            string path = Write(content);
            Messages.OfDamage(path, () => IdxReader.ReadImages(path));
            Messages.OfDamage(path, () => IdxReader.ReadLabels(path));
        }
    }

    [Fact]
    public void Changed_gzip_data_is_found_or_gives_the_same_pictures()
    {
        byte[] images = IdxFiles.Images(30, 4, 5);
        float[] whole = IdxReader.ReadImages(Write(images)).Samples;
        int found = 0;
        foreach (byte[] broken in Mutations.Changed(IdxFiles.Gzip(images), count: 60))
        {
            string path = Write(broken);
            try
            {
                // The header of gzip has a date and a system that nobody checks.
                Assert.Equal(whole, IdxReader.ReadImages(path).Samples);
            }
            catch (InvalidDataException)
            {
                Messages.OfDamage(path, () => IdxReader.ReadImages(path));
                found++;
            }
        }

        Assert.InRange(found, 40, 60);
    }

    [Fact]
    public void Trailing_bytes_are_found()
    {
        string plain = Write([.. IdxFiles.Images(2, 2, 2), 0]);
        Assert.Contains("9 bytes", Messages.OfDamage(plain, () => IdxReader.ReadImages(plain)), StringComparison.Ordinal);
        string packed = Write(IdxFiles.Gzip([.. IdxFiles.Images(2, 2, 2), 0]));
        Assert.Contains("more bytes", Messages.OfDamage(packed, () => IdxReader.ReadImages(packed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_huge_claim_takes_no_memory(bool compressed)
    {
        string path = Write([.. IdxFiles.Header(8, int.MaxValue, int.MaxValue, int.MaxValue), 1, 2, 3], compressed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Messages.OfDamage(path, () => IdxReader.ReadImages(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_bomb_is_unpacked_no_further_than_the_header_claims()
    {
        string path = Write(IdxFiles.Gzip([.. IdxFiles.Header(8, 2, 2, 2), .. new byte[50_000_000]]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Messages.OfDamage(path, () => IdxReader.ReadImages(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Other_types_and_ranks_are_named()
    {
        string floats = Write([.. IdxFiles.Header(0x0D, 1, 1, 1), 0, 0, 0, 0]);
        Assert.Contains("type 0x0D", Messages.OfDamage(floats, () => IdxReader.ReadImages(floats)), StringComparison.Ordinal);
        string labels = Write(IdxFiles.Labels(1, 2));
        Assert.Contains("1 dimensions; expected 3", Messages.OfDamage(labels, () => IdxReader.ReadImages(labels)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_io_error_that_names_it()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => IdxReader.ReadLabels(folder["absent"]));
        Assert.Contains(folder["absent"], e.Message, StringComparison.Ordinal);
    }

    private string Write(byte[] content, bool compressed = false) => folder.Write("file.idx", compressed ? IdxFiles.Gzip(content) : content);
}
