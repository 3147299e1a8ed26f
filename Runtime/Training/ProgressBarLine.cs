using Spectre.Console;

namespace NetDsl;

/// <summary>The bar of a training in a terminal, drawn ten times a second by a thread of its own.</summary>
internal sealed class ProgressBarLine : IDisposable
{
    // What a line needs beside its bar, so that it fits a terminal of 80 columns.
    private const int NumbersWidth = 72;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole terminal;
    private readonly TrainingPlan plan;
    private readonly Lock guard = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly Thread drawer;
    private readonly long start = TimeProvider.System.GetTimestamp();
    private StepResult latest;
    private bool validating;

    public ProgressBarLine(IAnsiConsole terminal, TrainingPlan plan)
    {
        this.terminal = terminal;
        this.plan = plan;
        drawer = new Thread(Draw) { IsBackground = true, Name = "training progress" };
        drawer.Start();
    }

    public void Show(in StepResult step)
    {
        lock (guard)
        {
            latest = step;
            validating = false;
        }
    }

    public void ShowValidation()
    {
        lock (guard)
        {
            validating = true;
        }
    }

    public void WriteAbove(string line) => terminal.WriteLine(line);

    public void Dispose()
    {
        ended.Set();
        drawer.Join();
        ended.Dispose();
    }

    // Thrown on this thread an exception would end the process, and the training with it.
    private void Draw()
    {
        try
        {
            DrawUntilEnded();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
        }
    }

    private void DrawUntilEnded() => terminal.Progress()
        .AutoRefresh(false)
        .AutoClear(true)
        .HideCompleted(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = Math.Clamp(terminal.Profile.Width - NumbersWidth, 8, 40) },
            new ProgressStateColumn(Numbers))
        .Start(context =>
        {
            ProgressTask task = context.AddTask(Description(), maxValue: plan.Samples);
            do
            {
                task.Description = Description();
                task.Value = SamplesDone();
                context.Refresh();
            }
            while (!ended.Wait(Pause));
        });

    private int SamplesDone()
    {
        lock (guard)
        {
            return latest.SamplesDone;
        }
    }

    private string Description()
    {
        lock (guard)
        {
            return $"epoch {Math.Max(1, latest.Epoch)}/{plan.Epochs}";
        }
    }

    private string Numbers()
    {
        StepResult step;
        bool measures;
        lock (guard)
        {
            (step, measures) = (latest, validating);
        }

        if (step.SamplesDone == 0)
        {
            return "";
        }

        string accuracy = step.Accuracy is { } part ? $"  accuracy {ProgressText.Percent(part, decimals: 1)}" : "";
        string now = measures ? "validating" : ProgressText.Rate(step.SamplesDone / Math.Max(step.Seconds, 1e-9));
        return $"loss {ProgressText.Loss(step.Loss)}{accuracy}  {now}  {ProgressText.Duration(SecondsLeft(step))} left";
    }

    // Validation has its share in the time per epoch so far, so it is in the estimate without being counted apart.
    private double SecondsLeft(in StepResult step)
    {
        double elapsed = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        double done = step.Epoch - 1 + (double)step.SamplesDone / plan.Samples;
        return elapsed / (done - plan.EpochsDone) * (plan.Epochs - done);
    }
}
