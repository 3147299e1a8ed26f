using System.Text.Json;

namespace NetDsl.Testing.Golden;

/// <summary>One case: a layer's hyperparameters, its arrays, and what another framework made of them.</summary>
public sealed class GoldenCase
{
    private readonly string folder;
    private readonly JsonElement root;

    private GoldenCase(string folder, JsonElement root)
    {
        this.folder = folder;
        this.root = root;
    }

    public string Id => root.GetProperty("id").GetString()!;

    public string Kind => root.GetProperty("kind").GetString()!;

    public JsonElement Hyper => root.GetProperty("hyper");

    public static GoldenCase Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "case.json")));
        return new(folder, document.RootElement.Clone());
    }

    public bool Has(string array) => root.GetProperty("arrays").TryGetProperty(array, out _);

    public int[] Shape(string array) => [.. root.GetProperty("arrays").GetProperty(array).GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())];

    public NpyArray Array(string array)
    {
        string file = root.GetProperty("arrays").GetProperty(array).GetProperty("file").GetString()!;
        string path = Path.Combine(folder, file);
        return file.EndsWith(".npz", StringComparison.Ordinal) ? NpyArray.Read(path, array) : NpyArray.Read(path);
    }

    public float[] Floats(string array) => Array(array).Floats();

    /// <summary>
    /// The natural unit of rounding errors: the same operation on absolute values. Where the case names none, nothing
    /// is summed that could cancel and the largest expected value serves.
    /// </summary>
    public double ErrorScale(string array)
    {
        if (root.GetProperty("error_scale").TryGetProperty(array, out JsonElement scale))
        {
            return scale.GetDouble();
        }

        double largest = Floats(array).Max(value => Math.Abs((double)value));
        return largest == 0 ? 1 : largest;
    }

    /// <summary>Whether the case shows prediction alone: an operation that training computes in another way.</summary>
    public bool PredictsOnly => Hyper.TryGetProperty("training", out JsonElement training) && !training.GetBoolean();

    /// <summary>Whether prediction computes something else than the case shows.</summary>
    public bool TrainsOnly => Hyper.TryGetProperty("training", out JsonElement training) && training.GetBoolean();

    public int Number(string name) => Hyper.GetProperty(name).GetInt32();

    public double Real(string name) => Hyper.GetProperty(name).GetDouble();

    public bool Flag(string name) => Hyper.GetProperty(name).GetBoolean();

    public string Text(string name) => Hyper.GetProperty(name).GetString()!;

    public int[] Pair(string name) => [.. Hyper.GetProperty(name).EnumerateArray().Select(n => n.GetInt32())];
}
