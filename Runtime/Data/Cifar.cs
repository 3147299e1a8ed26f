namespace NetDsl;

/// <summary>CIFAR-10 or CIFAR-100 in the binary version (Krizhevsky 2009): 32 x 32 pixels in colour.</summary>
/// <param name="Training">What to learn from; 50,000 pictures.</param>
/// <param name="Test">What to measure on; 10,000 pictures.</param>
public sealed record Cifar(ImageSamples Training, ImageSamples Test)
{
    private static readonly string[] TenTraining = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")];

    /// <summary>Reads the files of a folder: those of CIFAR-10, or of CIFAR-100 with its 100 fine classes, whichever are there.</summary>
    /// <param name="folder">Where they are; names of the classes come from <c>batches.meta.txt</c> or <c>fine_label_names.txt</c> if it is there.</param>
    /// <param name="scale">How pixels become inputs; 0 to 1 unless given.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message lists those that are.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message says how.</exception>
    public static Cifar Load(string folder, PixelScale? scale = null) => File.Exists(Path.Combine(folder, "train.bin"))
        ? Load(folder, ["train.bin"], "test.bin", labelBytes: 2, classes: 100, "fine_label_names.txt", scale)
        : Load(folder, TenTraining, "test_batch.bin", labelBytes: 1, classes: 10, "batches.meta.txt", scale);

    private static Cifar Load(
        string folder, string[] training, string test, int labelBytes, int classes, string nameFile, PixelScale? scale)
    {
        string[] missing = [.. training.Append(test).Where(name => !File.Exists(Path.Combine(folder, name)))];
        if (missing.Length > 0)
        {
            string where = Directory.Exists(folder) ? $"Not in {folder}" : $"There is no folder {folder}, so not found";
            throw new FileNotFoundException($"{where}: {string.Join(", ", missing)} (the binary version of CIFAR-{classes})");
        }

        string[] names = ReadNames(Path.Combine(folder, nameFile), classes);
        return new Cifar(
            CifarReader.Read([.. training.Select(name => Path.Combine(folder, name))], labelBytes, names, scale),
            CifarReader.Read([Path.Combine(folder, test)], labelBytes, names, scale));
    }

    private static string[] ReadNames(string path, int classes)
    {
        if (!File.Exists(path))
        {
            return SampleGeometry.Numbers(classes);
        }

        string[] names = [.. File.ReadLines(path).Take(classes + 100).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return names.Length == classes
            ? names
            : throw new InvalidDataException($"{path} has {SampleGeometry.Text(names.Length)} names of classes; expected {classes}");
    }
}
