namespace NetDsl.Peers;

/// <summary>A training step that can be timed.</summary>
internal abstract class TrainingStep(string name, int batch)
{
    /// <summary>What the command line and the table call it.</summary>
    public string Name => name;

    /// <summary>Samples of a step.</summary>
    public int Batch => batch;

    /// <summary>Multiplications of one sample forward; a step has three times as many.</summary>
    public abstract long Multiplies { get; }

    /// <summary>A step, ready to run over and over.</summary>
    public abstract Action Prepare(int threads);
}
