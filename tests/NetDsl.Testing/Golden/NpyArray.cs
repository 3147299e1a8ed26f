using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace NetDsl.Testing.Golden;

/// <summary>An array in NumPy's file format, version 1, little endian, C order; elements become floats or ints.</summary>
public sealed partial class NpyArray
{
    private readonly byte[] elements;
    private readonly string type;

    private NpyArray(string type, int[] shape, byte[] elements)
    {
        this.type = type;
        this.elements = elements;
        Shape = shape;
    }

    public int[] Shape { get; }

    public static NpyArray Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads one array of an .npz archive.</summary>
    public static NpyArray Read(string archive, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(archive);
        ZipArchiveEntry entry = zip.GetEntry(name + ".npy") ?? throw new InvalidDataException($"{archive} has no array {name}");
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray());
    }

    public static NpyArray Parse(byte[] file)
    {
        const int LengthAt = 8, HeaderAt = 10;
        if (file.Length < HeaderAt || file[0] != 0x93 || !file.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
        {
            throw new InvalidDataException("This is no .npy file");
        }

        int length = BitConverter.ToUInt16(file, LengthAt);
        string header = Encoding.ASCII.GetString(file, HeaderAt, length);
        if (header.Contains("'fortran_order': True", StringComparison.Ordinal))
        {
            throw new InvalidDataException("Fortran order is not supported");
        }

        string type = TypePattern().Match(header).Groups[1].Value;
        int[] shape = [.. ShapePattern().Match(header).Groups[1].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(dimension => int.Parse(dimension, CultureInfo.InvariantCulture))];
        return new NpyArray(type, shape, file[(HeaderAt + length)..]);
    }

    public float[] Floats() => type switch
    {
        "<f4" => MemoryMarshal.Cast<byte, float>(elements).ToArray(),
        "<f8" => Array.ConvertAll(MemoryMarshal.Cast<byte, double>(elements).ToArray(), value => (float)value),
        "|u1" => Array.ConvertAll(elements, value => (float)value),
        _ => throw new InvalidDataException($"Elements of type {type} are no floats"),
    };

    public int[] Integers() => type switch
    {
        "<i4" => MemoryMarshal.Cast<byte, int>(elements).ToArray(),
        "<i8" => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(elements).ToArray(), value => checked((int)value)),
        _ => throw new InvalidDataException($"Elements of type {type} are no integers"),
    };

    [GeneratedRegex("'descr': '([^']*)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'shape': \(([^)]*)\)")]
    private static partial Regex ShapePattern();
}
