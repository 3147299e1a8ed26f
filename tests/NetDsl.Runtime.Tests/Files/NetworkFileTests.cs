using System.Text;
using NetDsl.Runtime;

namespace NetDsl.Tests;

public sealed class NetworkFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_network_comes_back_bit_by_bit()
    {
        var network = new SoftmaxRegression(seed: 7);
        network.Save(folder["n"]);
        Assert.Equal(Values(network), Values(SoftmaxRegression.Load(folder["n"])));
        using SafetensorsReader reader = SafetensorsReader.Open(folder["n"]);
        Assert.Equal(("netdsl", "1", "SoftmaxRegression"), (reader.Metadata["format"], reader.Metadata["version"], reader.Metadata["network"]));
        Assert.Equal(["D1.weight", "D1.bias"], reader.Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void Loading_tells_packed_copies_that_they_are_stale()
    {
        var store = new ParameterStore(new ParameterSpec("w", [2], Initializer.Zeros, 1, 1, 1));
        var parameters = new ParameterSet(store);
        NetworkFile.Save(folder["n"], parameters, "N");
        int version = store.Version;
        NetworkFile.Load(folder["n"], parameters, "N");
        Assert.True(store.Version > version);
    }

    [Fact]
    public void A_file_without_our_metadata_will_do()
    {
        Write(("D1.bias", [3], new float[] { 1, 2, 3 }), ("D1.weight", [4, 3], new float[12]));
        Assert.Equal(1f, SoftmaxRegression.Load(folder["n"]).Parameters["D1.bias"].Values[0]);
    }

    [Fact]
    public void All_differences_are_listed_and_nothing_is_changed()
    {
        Write(("D1.weight", [3, 4], new float[12]), ("D2.weight", [1], new float[1]));
        var network = new SoftmaxRegression(seed: 7);
        float[] before = Values(network);
        string message = Messages.OfDamage(folder["n"], () => NetworkFile.Load(folder["n"], network.Parameters, "SoftmaxRegression"));
        Assert.Contains("does not fit SoftmaxRegression", message, StringComparison.Ordinal);
        Assert.Contains("D1.weight is 3 x 4 in the file, 4 x 3 in the network", message, StringComparison.Ordinal);
        Assert.Contains("D1.bias (3) is missing", message, StringComparison.Ordinal);
        Assert.Contains("D2.weight (1) is not in the network", message, StringComparison.Ordinal);
        Assert.Equal(before, Values(network));
    }

    [Fact]
    public void A_long_list_is_cut()
    {
        Write([.. Enumerable.Range(0, 50).Select(i => ($"x{i}", (IReadOnlyList<int>)[1], (ReadOnlyMemory<float>)new float[1]))]);
        string message = Messages.OfDamage(folder["n"], () => SoftmaxRegression.Load(folder["n"]));
        Assert.EndsWith("and 44 more", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F64", 24, "type F64")]
    [InlineData("F16", 6, "type F16")]
    [InlineData("F32", 8, "8 bytes, not 12")]
    public void Another_type_or_size_is_named(string type, int biasBytes, string expected)
    {
        int end = biasBytes + 48;
        string header = $$"""
            {"D1.bias": {"dtype": "{{type}}", "shape": [3], "data_offsets": [0, {{biasBytes}}] },
             "D1.weight": {"dtype": "F32", "shape": [4, 3], "data_offsets": [{{biasBytes}}, {{end}}] } }
            """;
        byte[] json = Encoding.UTF8.GetBytes(header);
        folder.Write("n", [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. new byte[end]]);
        Assert.Contains(expected, Messages.OfDamage(folder["n"], () => SoftmaxRegression.Load(folder["n"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_format_is_refused()
    {
        AtomicFile.Write(folder["n"], stream => SafetensorsWriter.Write(
            stream, [], new Dictionary<string, string> { ["format"] = "netdsl", ["version"] = "2" }));
        string message = Messages.OfDamage(folder["n"], () => SoftmaxRegression.Load(folder["n"]));
        Assert.Contains("format version 2; this release reads version 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_anywhere_leaves_the_network_as_it_was()
    {
        new SoftmaxRegression(seed: 1).Save(folder["n"]);
        byte[] whole = File.ReadAllBytes(folder["n"]);
        int headerEnd = whole.Length - 60;
        int refused = 0;
        foreach (byte[] broken in Mutations.Changed(whole[..headerEnd], count: 200).Select(header => (byte[])[.. header, .. whole[headerEnd..]])
            .Concat(Mutations.Truncated(whole)))
        {
            folder.Write("n", broken);
            var network = new SoftmaxRegression(seed: 7);
            float[] before = Values(network);
            try
            {
                NetworkFile.Load(folder["n"], network.Parameters, "SoftmaxRegression");
            }
            catch (InvalidDataException e)
            {
                Assert.Contains(folder["n"], e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
                Assert.Equal(before, Values(network));
                refused++;
            }
        }

        Assert.InRange(refused, 250, 400);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_leaves_no_trace()
    {
        File.WriteAllText(folder["file"], "");
        IOException e = Assert.Throws<IOException>(() => new SoftmaxRegression().Save(Path.Combine(folder["file"], "n")));
        Assert.Contains("Cannot write", e.Message, StringComparison.Ordinal);
        Assert.Equal(["file"], folder.Files());
    }

    private static float[] Values(SoftmaxRegression network) => [.. network.Parameters.SelectMany(parameter => parameter.Values.ToArray())];

    private void Write(params (string, IReadOnlyList<int>, ReadOnlyMemory<float>)[] tensors) => AtomicFile.Write(
        folder["n"], stream => SafetensorsWriter.Write(stream, tensors, new Dictionary<string, string>()));
}
