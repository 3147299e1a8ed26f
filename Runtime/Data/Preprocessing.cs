using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetDsl;

/// <summary>
/// What was done to pictures before a network saw them, and what its classes are called. It is kept with the weights: once given to
/// <see cref="Store"/> it is in every file that the network is saved to, and a network that was loaded has it.
/// </summary>
public sealed record Preprocessing
{
    private const string Key = "preprocessing";

    /// <summary>Rows of a sample.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of a sample.</summary>
    public required int Width { get; init; }

    /// <summary>1 for grey, 3 for red-green-blue.</summary>
    public required int Channels { get; init; }

    /// <summary>What happens to pictures of other proportions.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>The mean of each channel in units of 255, taken off.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>The standard deviation of each channel in units of 255, divided by.</summary>
    public required IReadOnlyList<double> StandardDeviation { get; init; }

    /// <summary>What each class is called.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>What a network keeps.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <returns>Null where nothing was stored with it.</returns>
    /// <exception cref="InvalidDataException">What is stored cannot be read.</exception>
    public static Preprocessing? Of(ParameterSet parameters)
    {
        if (!parameters.Metadata.TryGetValue(Key, out string? json))
        {
            return null;
        }

        try
        {
            Preprocessing found = JsonSerializer.Deserialize(json, PreprocessingJson.Default.Preprocessing) ?? throw new JsonException("it is null");
            _ = new Normalize(found.Mean, found.StandardDeviation).OutputShape(found.Shape);
            return found;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"What the weights say about preprocessing cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Keeps this with a network's weights.</summary>
    /// <param name="parameters">The network's parameters.</param>
    public void Store(ParameterSet parameters) =>
        parameters.Metadata[Key] = JsonSerializer.Serialize(this, PreprocessingJson.Default.Preprocessing);

    /// <summary>Makes of a picture what the network expects.</summary>
    /// <param name="picture">Of any size.</param>
    /// <returns>Height x width x channels floats.</returns>
    public float[] ToSample(Picture picture)
    {
        var sample = new SampleBuffer();
        PixelScale.Apply(PixelScale.Unit.Table(), picture.ToPixels(Shape, Fit), sample.Begin(Shape));
        new Normalize(Mean, StandardDeviation).Apply(sample, new SampleRandom());
        return sample.Values.ToArray();
    }

    /// <summary>What the network sees of a picture, before its values are normalised.</summary>
    /// <param name="picture">Of any size.</param>
    public Picture Seen(Picture picture) => new(Width, Height, Channels, picture.ToPixels(Shape, Fit));

    private SampleShape Shape => new(Height, Width, Channels);
}

/// <summary>How the record is written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Preprocessing))]
internal sealed partial class PreprocessingJson : JsonSerializerContext;
