namespace NetDsl;

/// <summary>Finds the checkpoint that a training goes on from.</summary>
internal static class CheckpointReader
{
    /// <summary>The newest checkpoint that is whole; null if there is none. Damaged ones are left aside and told.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="warnings">Receives a line for every checkpoint that is damaged.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (string Path, TrainingState State, IReadOnlyDictionary<string, float[]> Tensors)? Newest(string folder, List<string> warnings)
    {
        foreach (string path in new CheckpointFolder(folder).Files)
        {
            try
            {
                (TrainingState state, IReadOnlyDictionary<string, float[]> tensors) = CheckpointFile.Read(path);
                return (path, state, tensors);
            }
            catch (InvalidDataException e)
            {
                warnings.Add($"{e.Message}; the checkpoint before it is taken");
            }
        }

        return null;
    }
}
