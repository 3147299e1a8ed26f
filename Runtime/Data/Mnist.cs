namespace NetDsl;

/// <summary>MNIST, or a data set laid out like it (Fashion-MNIST, KMNIST): four IDX files in a folder.</summary>
/// <param name="Training">What to learn from; 60,000 digits in MNIST itself.</param>
/// <param name="Test">What to measure on; 10,000 digits.</param>
public sealed record Mnist(LabeledSamples Training, LabeledSamples Test)
{
    private const int Digits = 10;

    /// <summary>Reads the four files, each with or without <c>.gz</c>, written <c>-idx3-ubyte</c> or <c>.idx3-ubyte</c>.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="options">Padding and scale of the pictures; 0 to 1 without padding unless given.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message lists those that are.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or pictures and labels are not as many.</exception>
    public static Mnist Load(string folder, IdxOptions? options = null)
    {
        string[] names = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];
        string?[] paths = Array.ConvertAll(names, name => Find(folder, name));
        string[] missing = [.. names.Where((_, i) => paths[i] is null)];
        if (missing.Length > 0)
        {
            string where = Directory.Exists(folder) ? $"Not in {folder}" : $"There is no folder {folder}, so not found";
            throw new FileNotFoundException($"{where}: {string.Join(", ", missing)} (each may end in .gz)");
        }

        return new Mnist(Read(paths[0]!, paths[1]!, options), Read(paths[2]!, paths[3]!, options));
    }

    private static string? Find(string folder, string name)
    {
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        return new[] { name, name + ".gz", dotted, dotted + ".gz" }
            .Select(file => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    private static LabeledSamples Read(string imagePath, string labelPath, IdxOptions? options)
    {
        int[] labels = IdxReader.ReadLabels(labelPath);
        IdxImages images = IdxReader.ReadImages(imagePath, options);
        if (labels.Length != images.Count)
        {
            throw new InvalidDataException($"{imagePath} has {SampleGeometry.Text(images.Count)} pictures, "
                + $"{labelPath} {SampleGeometry.Text(labels.Length)} labels; there must be as many of both");
        }

        int wrong = Array.FindIndex(labels, label => label >= Digits);
        return wrong < 0
            ? new LabeledSamples(images.Samples, labels, images.Height, images.Width, channels: 1, Digits)
            : throw new InvalidDataException($"{labelPath} has label {labels[wrong]} at {SampleGeometry.Text(wrong)}; expected 0 to 9");
    }
}
