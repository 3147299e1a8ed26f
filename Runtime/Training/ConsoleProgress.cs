using Spectre.Console;

namespace NetDsl;

/// <summary>
/// Shows a training on the console: in a terminal a bar with loss, accuracy, samples a second and time left, and a line
/// for every epoch done; plain lines alone where the output goes to a file or a pipe.
/// </summary>
public sealed class ConsoleProgress : ITrainingProgress
{
    private readonly IAnsiConsole? terminal;
    private readonly TextWriter plain;
    private TrainingPlan? plan;
    private ProgressBarLine? bar;

    /// <summary>Writes to the standard output.</summary>
    public ConsoleProgress()
        : this(Console.IsOutputRedirected ? null : AnsiConsole.Console, Console.Out)
    {
    }

    /// <summary>Writes plain lines, whatever the output is.</summary>
    /// <param name="output">Receives one line an epoch.</param>
    public ConsoleProgress(TextWriter output)
        : this(null, output)
    {
    }

    internal ConsoleProgress(IAnsiConsole? terminal, TextWriter plain)
    {
        this.terminal = terminal is { Profile.Capabilities: { Ansi: true, Interactive: true } } ? terminal : null;
        this.plain = plain;
    }

    /// <inheritdoc/>
    public void Begin(TrainingPlan plan)
    {
        this.plan = plan;
        bar = terminal is null ? null : new ProgressBarLine(terminal, plan);
    }

    /// <inheritdoc/>
    public void Step(in StepResult step) => bar?.Show(step);

    /// <inheritdoc/>
    public void BeginValidation() => bar?.ShowValidation();

    /// <inheritdoc/>
    public void Validated(ValidationResult result)
    {
        if (!result.EndsEpoch)
        {
            WriteLine(ProgressText.Line(result));
        }
    }

    /// <inheritdoc/>
    public void EndEpoch(EpochResult result) => WriteLine(ProgressText.Line(result, plan?.Epochs ?? result.Epoch));

    /// <inheritdoc/>
    public void Note(string line) => WriteLine(line);

    /// <inheritdoc/>
    public void Warn(string line) => WriteLine($"warning: {line}");

    /// <inheritdoc/>
    public void End()
    {
        bar?.Dispose();
        bar = null;
    }

    private void WriteLine(string line)
    {
        if (bar is null)
        {
            plain.WriteLine(line);
            plain.Flush();
        }
        else
        {
            bar.WriteAbove(line);
        }
    }
}
