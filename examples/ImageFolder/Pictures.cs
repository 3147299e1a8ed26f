using NetDsl;

namespace PictureClassification;

/// <summary>A folder of pictures made ready for the network: to learn from, augmented, and to validate on, as they are.</summary>
internal sealed record Pictures(IImageDataset Training, IImageDataset Validation, Preprocessing Preprocessing)
{
    public const int Size = 48;

    /// <summary>Reads and splits a folder.</summary>
    public static Pictures Read(TrainSettings settings, string folder, CancellationToken token)
    {
        ImageFolder all = ImageFolder.Open(folder, new ImageFolderOptions { Height = Size, Width = Size, CacheBytes = settings.CacheMegabytes << 20 });
        if (all.Classes > SmallResNet.OutputLength)
        {
            throw new InvalidDataException($"{folder} has {all.Classes} classes; the network has room for {SmallResNet.OutputLength}");
        }

        all.Check(token);
        DatasetSplit split = DatasetSplit.Random(all, settings.ValidationShare, settings.Seed);
        ChannelStatistics statistics = ChannelStatistics.Compute(split.Training, token);
        var normalize = new Normalize(statistics);
        ImageTransform[] augmented =
        [
            new RandomFlip(),
            new RandomAffine(degrees: 10, scale: 0.1, shift: 4),
            new PcaLighting(statistics),
            normalize,
            new Cutout(Size / 4, probability: 0.5),
        ];
        return new Pictures(
            new TransformedDataset(split.Training, settings.Augment ? augmented : [normalize], settings.Seed, settings.Mixup ? new Mixup(0.2) : null),
            new TransformedDataset(split.Validation, [normalize]),
            new Preprocessing
            {
                Height = Size,
                Width = Size,
                Channels = 3,
                Mean = statistics.Mean,
                StandardDeviation = statistics.StandardDeviation,
                ClassNames = all.ClassNames,
            });
    }
}
