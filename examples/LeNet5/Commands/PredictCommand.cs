using System.Globalization;
using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>Says which digit a picture shows.</summary>
internal static class PredictCommand
{
    private const int BarLength = 40;

    public static int Run<TNetwork>(string imagePath, string outputFolder)
        where TNetwork : class, INetwork<TNetwork>
    {
        string weights = new RunFiles(outputFolder).Weights;
        if (!File.Exists(weights))
        {
            throw new FileNotFoundException($"There are no weights at {weights}; train first (run without 'predict'), or name the folder with --output");
        }

        float[] sample = InputPicture.Read(imagePath);
        float[] probabilities = TNetwork.Load(weights).Predict(sample);
        int best = Array.IndexOf(probabilities, probabilities.Max());
        Console.WriteLine($"{imagePath} shows a {best}");
        for (int digit = 0; digit < probabilities.Length; digit++)
        {
            Console.WriteLine(Bar(digit, probabilities[digit]));
        }

        return 0;
    }

    private static string Bar(int digit, float probability)
    {
        var bar = new string('#', (int)Math.Round(BarLength * probability));
        return string.Create(CultureInfo.InvariantCulture, $"  {digit} {100 * probability,6:0.00}%  {bar}").TrimEnd();
    }
}
