using System.Globalization;
using NetDsl;

namespace PictureClassification.Commands;

/// <summary>Says what a picture shows, and draws what the answer depends on.</summary>
internal static class PredictCommand
{
    private const int Listed = 5;
    private const int Covered = 12;
    private const int Step = 4;

    public static int Run(string imagePath, RunFiles files)
    {
        if (!File.Exists(files.Weights))
        {
            throw new FileNotFoundException($"There are no weights at {files.Weights}; train first (run without 'predict'), or name the folder with --output");
        }

        SmallResNet network = SmallResNet.Load(files.Weights);
        Preprocessing preprocessing = Preprocessing.Of(network.Parameters)
            ?? throw new InvalidDataException($"{files.Weights} does not say how pictures are prepared; it was not written by this program");
        Picture picture = PictureReader.Read(imagePath);
        float[] sample = preprocessing.ToSample(picture);
        float[] probabilities = network.Predict(sample);
        int[] ranking = [.. Enumerable.Range(0, preprocessing.ClassNames.Count).OrderByDescending(label => probabilities[label])];
        Console.WriteLine($"{imagePath} shows: {preprocessing.ClassNames[ranking[0]]}");
        foreach (int label in ranking.Take(Listed))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {100 * probabilities[label],6:0.00}%  {preprocessing.ClassNames[label]}"));
        }

        Explain(network, sample, ranking[0], preprocessing, picture, files);
        return 0;
    }

    private static void Explain(SmallResNet network, float[] sample, int label, Preprocessing preprocessing, Picture picture, RunFiles files)
    {
        (int height, int width, int channels) = (preprocessing.Height, preprocessing.Width, preprocessing.Channels);
        Picture seen = preprocessing.Seen(picture);
        float[] saliency = Saliency.Map(network, sample, channels, label);
        float[] occlusion = OcclusionMap.Map(network, sample, new SampleShape(height, width, channels), label, Covered, Step);
        PngWriter.Write(files["saliency.png"], HeatMapPicture.Draw(saliency, seen, scale: 6));
        PngWriter.Write(files["occlusion.png"], HeatMapPicture.Draw(occlusion, seen, scale: 6));
        Console.WriteLine($"Saved in {Path.GetFullPath(files.Folder)}: saliency.png (the pixels that matter) and occlusion.png (red: covering it makes the class less likely)");
    }
}
