namespace NetDsl.Tests;

public sealed class JpegTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_picture_is_read()
    {
        Picture picture = PictureReader.Read(folder.Write("a.jpg", JpegFiles.Of(40, 24, (row, column) => (byte)(4 * row + 2 * column))));
        Assert.Equal((40, 24, 3), (picture.Width, picture.Height, picture.Channels));
        for (int i = 0; i < 40 * 24; i++)
        {
            Assert.InRange(picture.Pixels[3 * i] - (4 * (i / 40) + 2 * (i % 40)), -12, 12);
        }
    }

    [Fact]
    public void Every_truncated_file_is_one_line()
    {
        foreach (byte[] part in Mutations.Truncated(JpegFiles.Of(40, 24, (row, column) => (byte)(row * column)), most: 60))
        {
            string path = folder.Write("a.jpg", part);
            Messages.OfDamage(path, () => JpegReader.Read(path));
        }
    }

    [Fact]
    public void A_changed_file_is_read_or_one_line()
    {
        foreach (byte[] copy in Mutations.Changed(JpegFiles.Of(40, 24, (row, column) => (byte)(row * column)), 1500))
        {
            try
            {
                JpegReader.Decode(copy, "a.jpg");
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith("a.jpg is no readable JPEG: ", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [Fact]
    public void A_claimed_size_is_checked_before_memory_is_taken()
    {
        byte[] file = JpegFiles.Plain(16, 16, 9);
        int frame = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        file.AsSpan(frame + 5, 4).Fill(0xFF);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string path = folder.Write("a.jpg", file);
        Assert.Contains("65,535 x 65,535 pixels", Messages.OfDamage(path, () => JpegReader.Read(path)), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
