using System.Globalization;

namespace NetDsl;

/// <summary>Checks of a trainer's options: each message names the option, its value and what would be right.</summary>
internal static class OptionChecks
{
    public static void Check(TrainerOptions options)
    {
        DatasetChecks.AtLeast(1, options.BatchSize, "The batch size");
        DatasetChecks.AtLeast(1, options.Epochs, "The number of epochs");
        DatasetChecks.AtLeast(0, options.Threads, "The number of threads");
        DatasetChecks.AtLeast(1, options.AccumulateSteps, "AccumulateSteps");
        DatasetChecks.AtLeast(0, options.ValidateEverySteps, "ValidateEverySteps");
        DatasetChecks.AtLeast(0, options.ValidateEveryEpochs, "ValidateEveryEpochs");
        OptimizerArgument.Positive(options.ClipNorm ?? 1, "ClipNorm");
        OptimizerArgument.Positive(options.ClipValue ?? 1, "ClipValue");
        OptimizerArgument.Fraction(options.EmaDecay ?? 0, "EmaDecay");
        OptimizerArgument.Fraction(options.LabelSmoothing, "LabelSmoothing");
        foreach (double weight in options.ClassWeights ?? [])
        {
            OptimizerArgument.NotNegative(weight, "A weight of ClassWeights");
        }

        if (options.EarlyStopping is { } stopping)
        {
            DatasetChecks.AtLeast(1, stopping.Patience, "The patience of EarlyStopping");
            OptimizerArgument.NotNegative(stopping.MinDelta, "The MinDelta of EarlyStopping");
        }

        if (options.Checkpoints is { } checkpoints)
        {
            Check(checkpoints);
        }
    }

    /// <summary>Whether the options fit a network of so many outputs.</summary>
    public static void CheckClasses(TrainerOptions options, string network, int outputs) => Require(
        options.ClassWeights is null || options.ClassWeights.Count == outputs,
        $"ClassWeights has {SampleGeometry.Text(options.ClassWeights?.Count ?? 0)} weights; {network} tells {SampleGeometry.Text(outputs)} classes apart and needs one for each");

    /// <summary>Whether there is what early stopping watches.</summary>
    public static void CheckStopping(EarlyStopping? stopping, bool validates, bool classifies)
    {
        if (stopping is not null && !validates)
        {
            throw new ArgumentException("EarlyStopping watches validations, and there are no validation samples; give Fit some");
        }

        if (stopping is { Metric: MonitoredMetric.ValidationAccuracy } && !classifies)
        {
            throw new ArgumentException("EarlyStopping watches the validation accuracy, which a regression does not have; watch the validation loss");
        }
    }

    public static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(null, message);
        }
    }

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Check(CheckpointOptions options)
    {
        Require(!string.IsNullOrWhiteSpace(options.Folder), "The folder of the checkpoints has no name; give it one");
        DatasetChecks.AtLeast(0, options.EverySteps, "The number of steps between checkpoints");
        DatasetChecks.AtLeast(0, options.EveryEpochs, "The number of epochs between checkpoints");
        DatasetChecks.AtLeast(1, options.Keep, "The number of checkpoints that are kept");
        Require(options.Every >= TimeSpan.Zero, $"The time between checkpoints is {options.Every}; it must be at least zero");
    }
}
