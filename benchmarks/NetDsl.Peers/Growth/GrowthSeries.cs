namespace NetDsl.Peers;

/// <summary>A convolution that grows in one respect, each size twice the one before.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Fixed">What stays.</param>
/// <param name="Sizes">Size, the network of that size, and its batch.</param>
internal sealed record GrowthSeries(string Name, string Fixed, IReadOnlyList<(int Size, Candidate Network, int Batch)> Sizes)
{
    public static IReadOnlyList<GrowthSeries> All { get; } =
    [
        new("channels", "28 x 28, batch 1",
        [
            (8, Of<Channels8>(), 1), (16, Of<Channels16>(), 1), (32, Of<Channels32>(), 1), (64, Of<Channels64>(), 1),
            (128, Of<Channels128>(), 1), (256, Of<Channels256>(), 1), (512, Of<Channels512>(), 1),
        ]),
        new("height and width", "64 channels, batch 1",
        [
            (8, Of<Side8>(), 1), (16, Of<Side16>(), 1), (32, Of<Side32>(), 1), (64, Of<Side64>(), 1),
            (128, Of<Side128>(), 1), (256, Of<Side256>(), 1), (512, Of<Side512>(), 1),
        ]),
        new("batch", "28 x 28, 64 channels", [.. new[] { 1, 2, 4, 8, 16, 32, 64 }.Select(batch => (batch, Of<Channels64>(), batch))]),
    ];

    private static Candidate Of<TNetwork>()
        where TNetwork : class, INetwork<TNetwork> => new Candidate<TNetwork>(typeof(TNetwork).Name, _ => throw new NotSupportedException("These sizes are timed alone"));
}
