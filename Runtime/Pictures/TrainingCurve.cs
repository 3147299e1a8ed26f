namespace NetDsl;

/// <summary>Draws how loss and accuracy went over the epochs of a training.</summary>
public static class TrainingCurve
{
    private const int PanelWidth = 640;
    private const int PanelHeight = 440;
    private const int Training = 0x1F77B4;
    private const int Validation = 0xE8710A;

    /// <summary>Draws the loss and, of a classifier, the accuracy beside it.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <exception cref="ArgumentException">There is no epoch.</exception>
    public static Picture Draw(TrainingHistory history)
    {
        if (history.Epochs.Count == 0)
        {
            throw new ArgumentException("The history has no epoch; a training curve needs at least one");
        }

        bool classifies = history.Epochs.Any(epoch => epoch.TrainAccuracy is not null);
        var canvas = new Canvas(classifies ? 2 * PanelWidth : PanelWidth, PanelHeight);
        Panel(canvas, 0, "loss", history, "", epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss);
        if (classifies)
        {
            Panel(
                canvas,
                PanelWidth,
                "accuracy",
                history,
                "%",
                epoch => 100 * epoch.TrainAccuracy,
                epoch => 100 * epoch.ValidationAccuracy);
        }

        return canvas.ToPicture();
    }

    private static void Panel(
        Canvas canvas,
        int left,
        string title,
        TrainingHistory history,
        string unit,
        Func<EpochResult, double?> training,
        Func<EpochResult, double?> validation)
    {
        (int, double?)[] trainingPoints = [.. history.Epochs.Select(epoch => (epoch.Epoch, training(epoch)))];
        (int, double?)[] validationPoints = [.. history.Epochs.Select(epoch => (epoch.Epoch, validation(epoch)))];
        bool hasValidation = history.Epochs.Any(epoch => validation(epoch) is not null);
        (int, int, int, int) frame = (left + 100, 60, PanelWidth - 130, PanelHeight - 130);
        Axis vertical = Vertical(trainingPoints.Concat(validationPoints).Select(point => point.Item2), isPart: unit == "%");
        var panel = new ChartPanel(canvas, frame, title, Horizontal(history), vertical, unit);
        panel.Curve(trainingPoints, Training);
        panel.Curve(validationPoints, Validation);
        panel.Legend(hasValidation ? [("training", Training), ("validation", Validation)] : [("training", Training)]);
    }

    private static Axis Horizontal(TrainingHistory history)
    {
        (int first, int last) = (history.Epochs[0].Epoch, history.Epochs[^1].Epoch);
        Axis round = Axis.Over(first, Math.Max(last, first + 1), marks: 8, least: 1);
        return round.Step > 1 ? round : new Axis(first, Math.Max(last, first + 1), 1);
    }

    private static Axis Vertical(IEnumerable<double?> values, bool isPart)
    {
        double[] finite = [.. values.OfType<double>().Where(double.IsFinite)];
        (double low, double high) = finite.Length > 0 ? (finite.Min(), finite.Max()) : (0, 1);
        return isPart
            ? Axis.Over(low, high, marks: 5, least: 0.02)
            : Axis.Over(Math.Min(0, low), high, marks: 5, least: 1e-6);
    }
}
