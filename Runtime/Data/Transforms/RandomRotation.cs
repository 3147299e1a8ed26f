namespace NetDsl;

/// <summary>Turns the picture about its middle.</summary>
public sealed class RandomRotation : ImageTransform
{
    private readonly RandomAffine turn;

    /// <summary>A turn in either direction.</summary>
    /// <param name="degrees">The largest angle, 0 to 180.</param>
    /// <param name="border">What fills the gaps.</param>
    public RandomRotation(double degrees, BorderMode border = BorderMode.Edge) => turn = new RandomAffine(degrees, border: border);

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random) => turn.Apply(sample, random);
}
