using System.Globalization;
using System.Runtime.InteropServices;

namespace DigitRecognition.Tests;

public sealed partial class InterruptTests : IDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void A_signal_in_mid_epoch_is_one_line_and_earlier_files_stay(int signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process");
        Skip.If(IsIgnored(signal), "This process was started with the signal ignored, and so are those that it starts");
        byte[] earlier = folder.WriteEarlierWeights();
        using Example example = Example.Start(folder, "--digits", "3000", "--epochs", "1000");
        example.WaitFor("epoch 2/1000");
        Assert.Equal(0, Kill(example.Id, signal));
        ExampleResult result = example.End();
        result.AssertFails(130, "cancelled in epoch");
        Assert.Equal(["weights.safetensors"], folder.RunFiles());
        Assert.Equal(earlier, File.ReadAllBytes(folder.Weights));
    }

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
