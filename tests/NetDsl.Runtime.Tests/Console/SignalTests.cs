using System.Globalization;
using System.Runtime.InteropServices;

namespace NetDsl.Tests;

public sealed partial class SignalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [InlineData(2)]
    [InlineData(15)]
    public void A_signal_in_mid_epoch_ends_the_training_and_leaves_earlier_files(int signal)
    {
        Skip.If(OperatingSystem.IsWindows() || IsIgnored(signal), "The signal does not reach this process");
        new SoftmaxRegression(seed: 9).Save(folder["network"]);
        byte[] earlier = File.ReadAllBytes(folder["network"]);
        int steps = 0;
        int code = ConsoleApp.Run(token =>
        {
            var network = new SoftmaxRegression { BeforeStep = step => steps = Send(step, signal, token) };
            var options = new TrainerOptions { BatchSize = 1, Epochs = 5, CheckpointPath = folder["network"] };
            new Trainer<SoftmaxRegression>(network, options).Fit(Digits.Make(20), null, token);
            return 0;
        });
        Assert.Equal(130, code);
        Assert.Equal(3, steps);
        Assert.Equal(["network"], folder.Files());
        Assert.Equal(earlier, File.ReadAllBytes(folder["network"]));
    }

    private static int Send(int step, int signal, CancellationToken token)
    {
        if (step == 3)
        {
            Assert.Equal(0, Kill(Environment.ProcessId, signal));
            Assert.True(token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
        }

        return step;
    }

    // A process that a shell started in the background ignores the interrupt from its beginning.
    private static bool IsIgnored(int signal)
    {
        string? line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return line is not null && (ulong.Parse(line[7..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
