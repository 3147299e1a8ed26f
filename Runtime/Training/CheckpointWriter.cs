using System.Diagnostics;

namespace NetDsl;

/// <summary>Writes checkpoints when they are due, and keeps the newest.</summary>
internal sealed class CheckpointWriter(CheckpointOptions options, TrainingListeners listeners)
{
    private readonly CheckpointFolder folder = new(options.Folder);
    private long latest = Stopwatch.GetTimestamp();
    private long savedStep = -1;
    private bool failing;

    /// <summary>Finds out before the first step whether checkpoints can be written, and whether there are those of another training.</summary>
    public void Prepare()
    {
        if (!options.Resume && folder.Files.Count > 0)
        {
            throw new IOException($"{options.Folder} has the checkpoints of a training that reached step "
                + $"{SampleGeometry.Text(CheckpointFolder.StepOf(folder.Files[0]))}; resume it, delete them, or name another folder");
        }

        string probe = folder.FileOf(0);
        AtomicFile.CreateFolder(probe);
        folder.RemoveLeftovers();
        AtomicFile.CheckWritable(probe);
    }

    /// <summary>Says that the checkpoint of that step is there.</summary>
    public void Continue(long step) => savedStep = step;

    /// <summary>Whether a checkpoint is to be written after a step.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="completedEpoch">The epoch that the step completed, or 0.</param>
    public bool IsDue(long step, int completedEpoch) =>
        (options.EverySteps > 0 && step % options.EverySteps == 0)
        || (options.EveryEpochs > 0 && completedEpoch > 0 && completedEpoch % options.EveryEpochs == 0)
        || (options.Every > TimeSpan.Zero && Stopwatch.GetElapsedTime(latest) >= options.Every);

    /// <summary>Writes a checkpoint unless there is one of this moment; a failure is told once, until a checkpoint succeeds again.</summary>
    /// <param name="step">Weight updates so far.</param>
    /// <param name="write">Writes the file.</param>
    public void Save(long step, Action<string> write)
    {
        if (step == savedStep)
        {
            return;
        }

        string path = folder.FileOf(step);
        latest = Stopwatch.GetTimestamp();
        try
        {
            write(path);
            (savedStep, failing) = (step, false);
            folder.Prune(options.Keep);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!failing)
            {
                failing = true;
                listeners.Warn($"{e.Message}; the training goes on, {Last()}");
            }

            return;
        }

        listeners.CheckpointSaved(path);
    }

    private string Last() => folder.Files is [{ } newest, ..]
        ? $"the last checkpoint is that of step {SampleGeometry.Text(CheckpointFolder.StepOf(newest))}"
        : "there is no checkpoint yet";
}
