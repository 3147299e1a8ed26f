using Spectre.Console;

namespace NetDsl.Tests;

public class ConsoleProgressTests
{
    private static readonly EpochResult Classified = new(2, 0.23411, 0.9312, 0.0981, 0.97021, 4.91, 12345.6, 0.01f);

    [Fact]
    public void Output_that_is_no_terminal_gets_a_plain_line_an_epoch()
    {
        using var output = new StringWriter();
        Report(new ConsoleProgress(output), Classified, new EpochResult(3, 1.5e-5, null, null, null, 0.5, 3.25, 0.01f));
        Assert.Equal(
            [
                "epoch 2/5: loss 0.2341, accuracy 93.12 %, validation loss 0.0981, validation accuracy 97.02 %, 12,346 samples/s, 4.9 s",
                "epoch 3/5: loss 1.50e-5, 3.25 samples/s, 0.5 s",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_terminal_without_ansi_gets_plain_lines_too()
    {
        using var output = new StringWriter();
        IAnsiConsole terminal = Terminal(output, AnsiSupport.No);
        Report(new ConsoleProgress(terminal, output), Classified);
        Assert.StartsWith("epoch 2/5: loss 0.2341", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public void A_terminal_gets_a_bar_with_numbers_and_a_line_an_epoch()
    {
        using var output = new SharedWriter();
        var progress = new ConsoleProgress(Terminal(output, AnsiSupport.Yes), output);
        progress.Begin(new TrainingPlan("LeNet5", 5, 1000, 100, 10));
        progress.Step(new StepResult(2, 150, 500, 0.25, 0.9, 2));
        SpinWait.SpinUntil(() => output.ToString().Contains("accuracy", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        progress.BeginValidation();
        SpinWait.SpinUntil(() => output.ToString().Contains("validating", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        progress.EndEpoch(Classified);
        progress.End();
        string text = output.ToString();
        Assert.Contains("epoch 2/5 ", text, StringComparison.Ordinal);
        Assert.Contains("loss 0.2500  accuracy 90.0 %  250 samples/s", text, StringComparison.Ordinal);
        Assert.Contains(" left", text, StringComparison.Ordinal);
        Assert.Contains("epoch 2/5: loss 0.2341", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_that_goes_away_ends_the_bar_alone()
    {
        using var terminal = new SharedWriter();
        var progress = new ConsoleProgress(Terminal(terminal, AnsiSupport.Yes), terminal);
        progress.Begin(new TrainingPlan("LeNet5", 5, 1000, 100, 10));
        SpinWait.SpinUntil(() => terminal.ToString().Length > 0, TimeSpan.FromSeconds(30));
        terminal.GoAway();
        SpinWait.SpinUntil(() => terminal.Refused > 0, TimeSpan.FromSeconds(30));
        progress.Step(new StepResult(2, 150, 500, 0.25, 0.9, 2));
        progress.End();
        Assert.True(terminal.Refused > 0);
    }

    [Fact]
    public void Ending_twice_or_before_the_beginning_does_no_harm()
    {
        using var output = new StringWriter();
        var progress = new ConsoleProgress(Terminal(output, AnsiSupport.Yes), output);
        progress.End();
        progress.Begin(new TrainingPlan("LeNet5", 1, 10, 0, 10));
        progress.End();
        progress.End();
    }

    [Theory]
    [InlineData(0.4, "0:00")]
    [InlineData(61, "1:01")]
    [InlineData(3723, "1:02:03")]
    [InlineData(360_000, "100:00:00")]
    public void Durations_are_minutes_or_hours(double seconds, string expected) => Assert.Equal(expected, ProgressText.Duration(seconds));

    private static void Report(ConsoleProgress progress, params EpochResult[] results)
    {
        progress.Begin(new TrainingPlan("LeNet5", 5, 1000, 100, 10));
        progress.Step(new StepResult(1, 1, 10, 1, 0.5, 0.1));
        progress.BeginValidation();
        foreach (EpochResult result in results)
        {
            progress.EndEpoch(result);
        }

        progress.End();
    }

    // The bar's thread writes while the test reads.
    private sealed class SharedWriter : StringWriter
    {
        private readonly Lock guard = new();
        private bool away;

        public int Refused { get; private set; }

        public void GoAway()
        {
            lock (guard)
            {
                away = true;
            }
        }

        public override void Write(char value) => Guarded(() => base.Write(value));

        public override void Write(char[] buffer, int index, int count) => Guarded(() => base.Write(buffer, index, count));

        public override void Write(string? value) => Guarded(() => base.Write(value));

        public override string ToString()
        {
            lock (guard)
            {
                return base.ToString();
            }
        }

        private void Guarded(Action write)
        {
            lock (guard)
            {
                if (away)
                {
                    Refused++;
                    throw new IOException("The terminal is gone");
                }

                write();
            }
        }
    }

    private static IAnsiConsole Terminal(TextWriter output, AnsiSupport ansi)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        return console;
    }
}
