using System.Diagnostics;
using System.Globalization;
using NetDsl;
using Xunit.Abstractions;

namespace DigitRecognition.Tests;

/// <summary>A training that is killed at any moment leaves readable checkpoints, and goes on to the same weights to the bit.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    // NETDSL_TEST_KILLS=100 for each network is the long demonstration that docs/training.md describes.
    [SkippableTheory]
    [InlineData("modern")]
    [InlineData("residual")]
    public void Killed_and_resumed_the_weights_are_those_of_an_uninterrupted_training(string network)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows renames no file that another process just wrote");
        int kills = int.Parse(Environment.GetEnvironmentVariable("NETDSL_TEST_KILLS") ?? "2", CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "--digits", kills > 2 ? "1200" : "300", "--epochs", "3", "--batch", "16", "--network", network, "--threads", "1", "--checkpoint-steps", "2", "--output",
        ];
        long start = Stopwatch.GetTimestamp();
        ExampleResult whole = Example.Run(folder, [.. arguments, "whole"]);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        Assert.Equal((0, ""), (whole.Code, whole.Errors));
        byte[] expected = File.ReadAllBytes(folder[Path.Combine("whole", "weights.safetensors")]);
        (int killed, int inTraining, int trainings, int resumed) = (0, 0, 0, 0);

        // The training of the last kill is completed too.
        bool ended = true;
        for (int attempt = 0; killed < kills || ended; attempt++)
        {
            string run = string.Create(CultureInfo.InvariantCulture, $"run{trainings}");
            using Example example = Example.Start(folder, [.. arguments, run, "--resume"]);
            ended = killed < kills && example.Kill(attempt, duration);
            if (ended)
            {
                IReadOnlyList<string> files = new CheckpointFolder(folder[Path.Combine(run, "checkpoints")]).Files;
                Assert.All(files, file => Assert.NotNull(ModernOrResidual(network, file)));
                (killed, inTraining) = (killed + 1, inTraining + (files.Count > 0 ? 1 : 0));
                continue;
            }

            ExampleResult result = example.End();
            Assert.Equal((0, ""), (result.Code, result.Errors));
            Assert.DoesNotContain("warning", result.Output, StringComparison.Ordinal);
            resumed += result.Output.Contains("Going on from", StringComparison.Ordinal) ? 1 : 0;
            Assert.Equal(expected, File.ReadAllBytes(folder[Path.Combine(run, "weights.safetensors")]));
            Assert.False(Directory.Exists(folder[Path.Combine(run, "checkpoints")]));
            trainings++;
        }

        output.WriteLine($"{network}: {killed} kills, {inTraining} of them after a checkpoint, {trainings} trainings completed, {resumed} of them from a checkpoint, all with the same weights");
    }

    private static object ModernOrResidual(string network, string file) =>
        network == "modern" ? ModernLeNet5.Load(file) : ResidualNetwork.Load(file);
}
