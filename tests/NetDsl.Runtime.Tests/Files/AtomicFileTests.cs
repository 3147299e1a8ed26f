namespace NetDsl.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_and_replaced()
    {
        AtomicFile.Write(folder["a"], stream => stream.Write("one"u8));
        AtomicFile.Write(folder["a"], stream => stream.Write("2"u8));
        Assert.Equal("2", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Files());
    }

    [Fact]
    public void While_it_is_written_the_earlier_file_is_there()
    {
        File.WriteAllText(folder["a"], "earlier");
        AtomicFile.Write(folder["a"], stream =>
        {
            stream.Write("later"u8);
            stream.Flush();
            Assert.Equal("earlier", File.ReadAllText(folder["a"]));
        });
        Assert.Equal("later", File.ReadAllText(folder["a"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_full_disk_leaves_the_earlier_file_and_nothing_else(bool wasThere)
    {
        if (wasThere)
        {
            File.WriteAllText(folder["a"], "earlier");
        }

        IOException e = Assert.Throws<IOException>(() => AtomicFile.Write(folder["a"], stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        Assert.Equal($"Cannot write {folder["a"]}: No space left on device", e.Message);
        Assert.Equal(wasThere ? ["a"] : [], folder.Files());
        Assert.True(!wasThere || File.ReadAllText(folder["a"]) == "earlier");
    }

    // What a FileStream throws where ulimit -f, or FAT's 4 GiB, are reached.
    [Fact]
    public void A_file_that_grows_too_long_leaves_the_earlier_file()
    {
        File.WriteAllText(folder["a"], "earlier");
        IOException e = Assert.Throws<IOException>(() => AtomicFile.Write(
            folder["a"], _ => throw new ArgumentOutOfRangeException("value", "Specified file length was too large for the file system.")));
        Assert.Equal($"Cannot write {folder["a"]}: the file is longer than the file system or a limit allows", e.Message);
        Assert.Equal(["a"], folder.Files());
        Assert.Equal("earlier", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void A_fault_of_the_writer_passes_through_and_leaves_the_earlier_file()
    {
        File.WriteAllText(folder["a"], "earlier");
        Assert.Throws<DivideByZeroException>(() => AtomicFile.Write(folder["a"], _ => throw new DivideByZeroException()));
        Assert.Equal(["a"], folder.Files());
        Assert.Equal("earlier", File.ReadAllText(folder["a"]));
    }

    [SkippableFact]
    public void A_full_device_is_an_error_and_stays_a_device()
    {
        Skip.IfNot(File.Exists("/dev/full"), "The system has no /dev/full");
        IOException e = Assert.Throws<IOException>(() => AtomicFile.Write("/dev/full", stream => stream.Write(new byte[100_000])));
        Assert.StartsWith("Cannot write /dev/full: ", e.Message, StringComparison.Ordinal);
        using FileStream device = File.OpenRead("/dev/full");
        Assert.Equal(0, device.ReadByte());
    }

    [Fact]
    public void A_missing_folder_and_a_file_in_its_place_are_named()
    {
        string missing = Path.Combine(folder["absent"], "a");
        Assert.Contains("no folder", Failure(missing), StringComparison.Ordinal);
        File.WriteAllText(folder["file"], "");
        Assert.Contains("is a file, not a folder", Failure(Path.Combine(folder["file"], "a")), StringComparison.Ordinal);
        Assert.Contains("a folder of that name", Failure(folder.Root), StringComparison.Ordinal);
        Assert.Equal(["file"], folder.Files());

        static string Failure(string path)
        {
            string message = Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => { })).Message;
            Assert.Equal(message, Assert.Throws<IOException>(() => AtomicFile.CheckWritable(path)).Message);
            Assert.StartsWith($"Cannot write {path}: ", message, StringComparison.Ordinal);
            return message;
        }
    }

    [Fact]
    public void Checking_leaves_nothing_behind()
    {
        string path = Path.Combine(folder["new"], "deep", "a");
        AtomicFile.CreateFolder(path);
        AtomicFile.CheckWritable(path);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
        File.WriteAllText(folder["file"], "");
        Assert.Throws<IOException>(() => AtomicFile.CreateFolder(Path.Combine(folder["file"], "sub", "a")));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        File.WriteAllText(folder["target"], "earlier");
        File.CreateSymbolicLink(folder["link"], folder["target"]);
        AtomicFile.Write(folder["link"], stream => stream.Write("later"u8));
        Assert.Equal("later", File.ReadAllText(folder["target"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }
}
