namespace NetDsl;

/// <summary>Tells several listeners how a training goes, one after the other.</summary>
/// <param name="members">The listeners.</param>
public sealed class ProgressGroup(params IReadOnlyList<ITrainingProgress> members) : ITrainingProgress
{
    /// <inheritdoc/>
    public void Begin(TrainingPlan plan)
    {
        foreach (ITrainingProgress member in members)
        {
            member.Begin(plan);
        }
    }

    /// <inheritdoc/>
    public void Step(in StepResult step)
    {
        for (int i = 0; i < members.Count; i++)
        {
            members[i].Step(step);
        }
    }

    /// <inheritdoc/>
    public void BeginValidation()
    {
        foreach (ITrainingProgress member in members)
        {
            member.BeginValidation();
        }
    }

    /// <inheritdoc/>
    public void Validated(ValidationResult result)
    {
        foreach (ITrainingProgress member in members)
        {
            member.Validated(result);
        }
    }

    /// <inheritdoc/>
    public void Note(string line)
    {
        foreach (ITrainingProgress member in members)
        {
            member.Note(line);
        }
    }

    /// <inheritdoc/>
    public void Warn(string line)
    {
        foreach (ITrainingProgress member in members)
        {
            member.Warn(line);
        }
    }

    /// <inheritdoc/>
    public void EndEpoch(EpochResult result)
    {
        foreach (ITrainingProgress member in members)
        {
            member.EndEpoch(result);
        }
    }

    /// <inheritdoc/>
    public void End()
    {
        foreach (ITrainingProgress member in members)
        {
            member.End();
        }
    }
}
