using DigitRecognition.Digits;
using NetDsl;

namespace DigitRecognition;

/// <summary>Digits to learn from and others to test on, 32 x 32 pixels of 0 to 1.</summary>
internal sealed record DigitData(LabeledSamples Training, LabeledSamples Test, string Source)
{
    /// <summary>Height and width that the networks expect; MNIST's 28 x 28 get a border of 2.</summary>
    public const int Size = 32;

    private const int TrainingForEachTest = 6;

    /// <summary>Reads MNIST's four IDX files.</summary>
    public static DigitData Read(string folder)
    {
        Mnist mnist = Mnist.Load(folder, new IdxOptions { PadTo = Size });
        return new DigitData(mnist.Training, mnist.Test, $"IDX files in {folder}");
    }

    /// <summary>The digits to learn from, another way in every epoch: as different hands, pens and cameras would have them.</summary>
    public IImageDataset Augmented(int seed) =>
        new TransformedDataset(Training, [new RandomAffine(degrees: 10, scale: 0.1, shear: 0.1, shift: 2)], seed);

    /// <summary>Draws digits, which needs neither a file nor a network connection.</summary>
    public static DigitData Draw(int seed, int count, CancellationToken token) => new(
        DrawnDigits.Draw(seed, part: 0, count, Size, token),
        DrawnDigits.Draw(seed, part: 1, count / TrainingForEachTest, Size, token),
        $"digits drawn from seed {seed}");
}
