namespace NetDsl;

/// <summary>How a learning rate is looked for.</summary>
public sealed record LearningRateSweepOptions
{
    /// <summary>The first rate, above zero.</summary>
    public double From { get; init; } = 1e-6;

    /// <summary>The last rate, above the first.</summary>
    public double To { get; init; } = 10;

    /// <summary>Steps from the first to the last rate, each the same factor above the one before; at least 10.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>How much of the mean loss stays from step to step, from 0 to below 1.</summary>
    public double Smoothing { get; init; } = 0.9;

    /// <summary>The sweep ends where the smoothed loss is this many times the lowest; above 1.</summary>
    public double Divergence { get; init; } = 4;

    internal void Check()
    {
        OptimizerArgument.Positive(From, "The first learning rate");
        OptimizerArgument.Positive(To, "The last learning rate");
        OptimizerArgument.Fraction(Smoothing, "The smoothing of the loss");
        OptionChecks.Require(To > From, $"The last learning rate is {OptionChecks.Text(To)}; it must be above the first, which is {OptionChecks.Text(From)}");
        OptionChecks.Require(Steps >= 10, $"The sweep has {SampleGeometry.Text(Steps)} steps; it must have at least 10");
        OptionChecks.Require(
            Divergence > 1 && double.IsFinite(Divergence), $"The divergence of the sweep is {OptionChecks.Text(Divergence)}; it must be above 1 and finite");
    }
}
