using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NetDsl.Tests;

/// <summary>A case of the reference data that lies beside the repository; tests skip where it is missing.</summary>
internal sealed class GoldenCase
{
    private readonly string folder;

    private GoldenCase(string folder)
    {
        this.folder = folder;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        Hyper = document.RootElement.GetProperty("hyper").Clone();
    }

    public JsonElement Hyper { get; }

    /// <summary>Finds a case in <c>shared/golden/cases</c> beside one of the folders above the tests.</summary>
    public static GoldenCase Find(string id)
    {
        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            string folder = Path.Combine(above.FullName, "shared", "golden", "cases", id);
            if (Directory.Exists(folder))
            {
                return new GoldenCase(folder);
            }
        }

        throw new SkipException($"There is no shared/golden/cases/{id} beside the repository");
    }

    /// <summary>Reads an array of 32-bit floats (NPY 1.0, little-endian, C order).</summary>
    public float[] Floats(string name)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(folder, name + ".npy"));
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        string header = Encoding.ASCII.GetString(file, 10, headerLength);
        Assert.Contains("'<f4'", header, StringComparison.Ordinal);
        Assert.Contains("'fortran_order': False", header, StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, float>(file.AsSpan(10 + headerLength)).ToArray();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}");
}
