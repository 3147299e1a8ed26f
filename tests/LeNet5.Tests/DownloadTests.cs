using System.Net;
using System.Net.Sockets;
using DigitRecognition.Commands;

namespace DigitRecognition.Tests;

public sealed class DownloadTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_network_it_is_one_line() => Example.Run(folder, "--download", "--mirror", "http://127.0.0.1:1/")
        .AssertFails(1, "Cannot download http://127.0.0.1:1/train-images-idx3-ubyte.gz", Path.Combine("data", "mnist"));

    [Fact]
    public async Task A_file_with_another_checksum_is_refused_and_nothing_changes()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        Task answering = AnswerOnce(server);
        IdxFolder.Write(folder["data"], training: 60, test: 20);
        byte[] before = File.ReadAllBytes(Path.Combine(folder["data"], IdxFolder.TrainingImages));
        IOException e = Assert.Throws<IOException>(() => CommandLine.Run(
            ["--download", "--data", folder["data"], "--mirror", $"http://{server.LocalEndpoint}/"], CancellationToken.None));
        await answering;
        Assert.Contains("its SHA-256 is", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder["data"], IdxFolder.TrainingImages)));
        Assert.Empty(Directory.GetFiles(folder["data"], "*.gz"));
    }

    private static async Task AnswerOnce(TcpListener server)
    {
        using TcpClient client = await server.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nsome page!"u8.ToArray());
    }
}
