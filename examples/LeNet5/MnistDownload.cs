using System.Security.Cryptography;
using NetDsl;

namespace DigitRecognition;

/// <summary>Brings MNIST's four files from a public mirror; a file counts only if its checksum is right.</summary>
internal static class MnistDownload
{
    public const string Mirror = "https://ossci-datasets.s3.amazonaws.com/mnist/";

    private const long LargestFile = 1 << 25;

    private static readonly (string Name, string Sha256)[] Files =
    [
        ("train-images-idx3-ubyte.gz", "440FCABF73CC546FA21475E81EA370265605F56BE210A4024D2CA8F203523609"),
        ("train-labels-idx1-ubyte.gz", "3552534A0A558BBED6AED32B30C495CCA23D567EC52CAC8BE1A0730E8010255C"),
        ("t10k-images-idx3-ubyte.gz", "8D422C7B0A1C1C79245A5BCF07FE86E33EEAFEE792B84584AEC276F5A2DBC4E6"),
        ("t10k-labels-idx1-ubyte.gz", "F7AE60F92E00EC6DEBD23A6088C31DBD2371ECA3FFA0DEFAEFB259924204AEC6"),
    ];

    /// <summary>Fills a folder; files that are there already and right are kept.</summary>
    /// <exception cref="IOException">There is no network, or the mirror sent something else; files that were there stay as they were.</exception>
    public static void Run(string folder, string mirror, CancellationToken token)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2), MaxResponseContentBufferSize = LargestFile };
        foreach ((string name, string sha256) in Files)
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path) && Hash(File.ReadAllBytes(path)) == sha256)
            {
                continue;
            }

            byte[] content = Get(client, mirror + name, folder, token);
            if (Hash(content) is var found && found != sha256)
            {
                throw new IOException($"{mirror}{name} is not MNIST's file: its SHA-256 is {found}, expected {sha256}; {folder} is as it was");
            }

            AtomicFile.CreateFolder(path);
            AtomicFile.Write(path, stream => stream.Write(content));
            Console.WriteLine($"Downloaded {name}");
        }
    }

    private static byte[] Get(HttpClient client, string address, string folder, CancellationToken token)
    {
        try
        {
            using HttpResponseMessage answer = client.Send(new HttpRequestMessage(HttpMethod.Get, address), token).EnsureSuccessStatusCode();
            return answer.Content.ReadAsByteArrayAsync(token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !token.IsCancellationRequested)
        {
            throw new IOException($"Cannot download {address}: {e.Message}; without a network, put MNIST's four files into {folder} and leave --download out", e);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
