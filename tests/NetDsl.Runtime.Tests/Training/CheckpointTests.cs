namespace NetDsl.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Checkpoints => folder["checkpoints"];

    [Fact]
    public void Steps_and_epochs_write_and_the_newest_are_kept()
    {
        var saved = new SavedCheckpoints();
        Train(new CheckpointOptions { Folder = Checkpoints, EverySteps = 3, EveryEpochs = 2, Keep = 2 }, epochs: 5, callback: saved);
        Assert.Equal([3, 6, 8, 9, 12, 15, 16, 18, 20], saved.Steps);
        Assert.Equal(["checkpoint-000000018.safetensors", "checkpoint-000000020.safetensors"], Names());
    }

    [Fact]
    public void Time_writes_too()
    {
        var saved = new SavedCheckpoints();
        Train(new CheckpointOptions { Folder = Checkpoints, EveryEpochs = 0, Every = TimeSpan.FromTicks(1), Keep = 1 }, epochs: 2, callback: saved);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], saved.Steps);
        Assert.Single(Names());
    }

    [Fact]
    public void The_end_writes_one_in_any_case()
    {
        Train(new CheckpointOptions { Folder = Checkpoints, EveryEpochs = 0 }, epochs: 1);
        Assert.Equal(["checkpoint-000000004.safetensors"], Names());
    }

    [Fact]
    public void Another_training_does_not_write_over_checkpoints()
    {
        Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 2);
        IOException e = Assert.Throws<IOException>(() => Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 2));
        Assert.Contains($"{Checkpoints} has the checkpoints of a training that reached step 8; resume it", e.Message, StringComparison.Ordinal);
        new CheckpointFolder(Checkpoints).Clear();
        Assert.False(Directory.Exists(Checkpoints));
    }

    [Fact]
    public void A_checkpoint_is_a_file_of_the_network_too()
    {
        float[] weights = Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 2, optimizer: new Adam());
        string file = new CheckpointFolder(Checkpoints).Files[0];
        Assert.Equal(weights, SoftmaxRegression.Load(file).Parameters[0].Values.ToArray());
        var other = new SoftmaxRegression(seed: 9);
        Assert.Equal("2 loaded", other.Parameters.LoadMatching(file).ToString());
        Assert.Equal(weights, other.Parameters[0].Values.ToArray());
    }

    [Fact]
    public void A_damaged_checkpoint_is_left_for_the_one_before()
    {
        float[] whole = Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 6);
        new CheckpointFolder(Checkpoints).Clear();
        Train(new CheckpointOptions { Folder = Checkpoints, Keep = 4 }, epochs: 5);
        IReadOnlyList<string> files = new CheckpointFolder(Checkpoints).Files;
        byte[] bytes = File.ReadAllBytes(files[0]);
        bytes[^5] ^= 1;
        File.WriteAllBytes(files[0], bytes);
        File.WriteAllBytes(files[1], File.ReadAllBytes(files[1])[..^9]);
        var progress = new RecordingProgress();
        float[] resumed = Train(new CheckpointOptions { Folder = Checkpoints, Resume = true }, epochs: 6, progress: progress);
        Assert.Equal(whole, resumed);
        Assert.Equal(2, progress.Warnings.Count);
        Assert.Contains("its checksum is not that of its content; the checkpoint before it is taken", progress.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("no readable safetensors file", progress.Warnings[1], StringComparison.Ordinal);
        Assert.Contains("12 steps, 3.00 of 6 epochs", Assert.Single(progress.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damage_is_noticed()
    {
        Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 1, optimizer: new Adam());
        string file = new CheckpointFolder(Checkpoints).Files[0];
        byte[] bytes = File.ReadAllBytes(file);
        foreach (byte[] damaged in Mutations.Changed(bytes, 150).Concat(Mutations.Truncated(bytes, 50)).Concat(Mutations.Foreign()))
        {
            File.WriteAllBytes(file, damaged);
            try
            {
                _ = CheckpointFile.Read(file);

                // What no reader looks at may differ: the network's name in the metadata, spaces behind the header.
                Assert.Equal(bytes.Length, damaged.Length);
                Assert.Equal(bytes[^300..], damaged[^300..]);
            }
            catch (InvalidDataException e)
            {
                Assert.Contains(file, e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [Fact]
    public void The_checkpoint_of_another_training_is_refused_with_all_differences()
    {
        Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 1);
        var network = new SoftmaxRegression(seed: 5);
        float[] before = network.Parameters[0].Values.ToArray();
        var options = new TrainerOptions { BatchSize = 5, Seed = 3, Optimizer = new Adam(), EmaDecay = 0.5, Checkpoints = new() { Folder = Checkpoints, Resume = true } };
        string message = Assert.Throws<InvalidDataException>(() => new Trainer<SoftmaxRegression>(network, options).Fit(Digits.Make(40))).Message;
        Assert.EndsWith(
            "is the checkpoint of another training: the batch size was 10 and is 5, the seed was 0 and is 3, the optimiser was Sgd and is Adam, EmaDecay was not set and is 0.5",
            message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters[0].Values.ToArray());
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_one_warning_and_training_goes_on()
    {
        var progress = new RecordingProgress();
        var saboteur = new Saboteur(Checkpoints, from: 5, to: 9);
        float[] weights = Train(new CheckpointOptions { Folder = Checkpoints, EverySteps = 2, Keep = 50 }, epochs: 3, progress: progress, callback: saboteur);
        string line = Assert.Single(progress.Warnings);
        Assert.StartsWith("Cannot write ", line, StringComparison.Ordinal);
        Assert.EndsWith("; the training goes on, the last checkpoint is that of step 4", line, StringComparison.Ordinal);
        Assert.Equal([12, 10, 4, 2], new CheckpointFolder(Checkpoints).Files.Select(CheckpointFolder.StepOf));
        Assert.Equal(weights, SoftmaxRegression.Load(new CheckpointFolder(Checkpoints).Files[0]).Parameters[0].Values.ToArray());
    }

    [Fact]
    public void Leftovers_of_a_killed_process_go_away_and_other_files_stay()
    {
        Train(new CheckpointOptions { Folder = Checkpoints }, epochs: 1);
        File.WriteAllText(Path.Combine(Checkpoints, ".checkpoint-000000007.safetensors.abc.tmp"), "half");
        File.WriteAllText(Path.Combine(Checkpoints, "checkpoint-mine.safetensors"), "mine");
        Train(new CheckpointOptions { Folder = Checkpoints, Resume = true }, epochs: 2);
        Assert.Equal(["checkpoint-000000004.safetensors", "checkpoint-000000008.safetensors", "checkpoint-mine.safetensors"], Names());
    }

    [Fact]
    public void Options_outside_their_range_are_named()
    {
        Assert.Contains("The number of checkpoints that are kept is 0", Message(new() { Folder = "x", Keep = 0 }), StringComparison.Ordinal);
        Assert.Contains("The number of steps between checkpoints is -1", Message(new() { Folder = "x", EverySteps = -1 }), StringComparison.Ordinal);
        Assert.Contains("The number of epochs between checkpoints is -1", Message(new() { Folder = "x", EveryEpochs = -1 }), StringComparison.Ordinal);
        Assert.Contains("The time between checkpoints is -00:00:01", Message(new() { Folder = "x", Every = TimeSpan.FromSeconds(-1) }), StringComparison.Ordinal);
        Assert.Contains("The folder of the checkpoints has no name", Message(new() { Folder = " " }), StringComparison.Ordinal);

        static string Message(CheckpointOptions options) => Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<SoftmaxRegression>(new SoftmaxRegression(), new TrainerOptions { Checkpoints = options })).Message;
    }

    private static float[] Train(
        CheckpointOptions checkpoints, int epochs, Optimizer? optimizer = null, RecordingProgress? progress = null, TrainingCallback? callback = null)
    {
        var network = new SoftmaxRegression(seed: 1);
        new Trainer<SoftmaxRegression>(network, new TrainerOptions
        {
            BatchSize = 10,
            Epochs = epochs,
            Optimizer = optimizer ?? new Sgd(0.3, 0.9),
            Checkpoints = checkpoints,
            Callbacks = callback is null ? [] : [callback],
            Progress = progress ?? new RecordingProgress(),
        }).Fit(Digits.Make(40));
        return network.Parameters[0].Values.ToArray();
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(Checkpoints, "*", new EnumerationOptions { AttributesToSkip = 0 })
        .Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private sealed class SavedCheckpoints : TrainingCallback
    {
        public List<int> Steps { get; } = [];

        public override void CheckpointSaved(TrainingRun run, string path)
        {
            Assert.True(File.Exists(path));
            Steps.Add((int)run.Step);
        }
    }

    // Folders in the place of files make writing fail, as a full disk does, also for root.
    private sealed class Saboteur(string folder, int from, int to) : TrainingCallback
    {
        public override void Step(TrainingRun run, in StepResult result)
        {
            string taken = Path.Combine(folder, $"checkpoint-{result.Step:D9}.safetensors");
            if (result.Step >= from && result.Step <= to)
            {
                Directory.CreateDirectory(taken);
            }
        }
    }
}
