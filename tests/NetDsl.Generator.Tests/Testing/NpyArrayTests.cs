using System.IO.Compression;
using System.Text;
using NetDsl.Testing.Golden;

namespace NetDsl.Generator.Tests.Testing;

public sealed class NpyArrayTests
{
    [Fact]
    public void Reads_shape_and_floats()
    {
        NpyArray array = NpyArray.Parse(File("<f4", "(2, 1)", [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)]));
        Assert.Equal([2, 1], array.Shape);
        Assert.Equal([1.5f, -2f], array.Floats());
    }

    [Fact]
    public void Reads_integers_bytes_and_one_dimension()
    {
        Assert.Equal([7], NpyArray.Parse(File("<i4", "(1,)", BitConverter.GetBytes(7))).Integers());
        Assert.Equal([200f, 3f], NpyArray.Parse(File("|u1", "(2,)", [200, 3])).Floats());
    }

    [Fact]
    public void Reads_one_array_of_an_archive()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (var zip = new ZipArchive(System.IO.File.Create(path), ZipArchiveMode.Create))
            {
                using Stream entry = zip.CreateEntry("x.npy").Open();
                entry.Write(File("|u1", "(2,)", [1, 2]));
            }

            Assert.Equal([1f, 2f], NpyArray.Read(path, "x").Floats());
            Assert.Throws<InvalidDataException>(() => NpyArray.Read(path, "y"));
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Fact]
    public void Refuses_other_files_and_types()
    {
        Assert.Throws<InvalidDataException>(() => NpyArray.Parse(Encoding.ASCII.GetBytes("no such format at all")));
        Assert.Throws<InvalidDataException>(() => NpyArray.Parse(File("<f4", "(1,)", new byte[4])).Integers());
    }

    private static byte[] File(string type, string shape, byte[] elements)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header), .. elements];
    }
}
