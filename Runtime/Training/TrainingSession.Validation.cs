using System.Diagnostics;

namespace NetDsl;

// What happens between two steps: validations, ends of epochs and checkpoints.
internal sealed partial class TrainingSession<TNetwork>
{
    private double validationSeconds;
    private TimeSpan waitedBefore;

    private void AfterStep(float rate, CancellationToken token)
    {
        int completed = loop.EpochDone ? loop.Epoch : 0;
        ValidationResult? measured = ValidationFalls(completed) ? Validate(completed > 0, token) : null;
        if (completed > 0)
        {
            EndEpoch(measured, rate);
        }

        if (checkpoints?.IsDue(loop.Steps, completed) == true)
        {
            checkpoints.Save(loop.Steps, parts.Write);
        }
    }

    private bool ValidationFalls(int completedEpoch) => validation is not null
        && ((options.ValidateEverySteps > 0 && loop.Steps % options.ValidateEverySteps == 0)
            || (options.ValidateEveryEpochs > 0 && completedEpoch > 0
                && (completedEpoch % options.ValidateEveryEpochs == 0 || completedEpoch == options.Epochs)));

    // Should it be cancelled, the checkpoint must say that it is still to be made: what comes after depends on what it measures.
    private ValidationResult Validate(bool endsEpoch, CancellationToken token)
    {
        long start = Stopwatch.GetTimestamp();
        listeners.BeginValidation();
        parts.ValidationIsDue = true;
        ValidationResult result = WithAverage(() =>
        {
            Evaluation measured = Evaluator.Run(network, validation!, token);
            var result = new ValidationResult(loop.Steps, loop.Epoch, measured.Loss, measured.Accuracy, endsEpoch);
            best?.Observe(result);
            listeners.Validated(result);
            return result;
        });
        parts.ValidationIsDue = false;
        parts.Validations.Add(result);
        options.Optimizer.Schedule.Observe(result.Loss, endsEpoch ? loop.Epoch : loop.Epoch - 1);

        // A schedule that changes its mind within an epoch is heard at once.
        options.Optimizer.BeginEpoch(loop.Epoch - 1);
        validationSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result;
    }

    private void EndEpoch(ValidationResult? measured, float rate)
    {
        var result = new EpochResult(
            loop.Epoch,
            loop.Loss,
            loop.Accuracy,
            measured?.Loss,
            measured?.Accuracy,
            loop.Seconds + validationSeconds,
            training.TotalCount / Math.Max(loop.Seconds, 1e-9),
            rate)
        {
            DataWaitSeconds = (training.Waited - waitedBefore).TotalSeconds,
        };
        waitedBefore = training.Waited;
        SaveNetwork();
        if (validation is null)
        {
            options.Optimizer.Schedule.Observe(result.TrainLoss, loop.Epoch);
        }

        validationSeconds = 0;
        parts.Epochs.Add(result);
        loop.NextEpoch();
        listeners.EndEpoch(result);
    }

    private void SaveNetwork()
    {
        if (output is null)
        {
            return;
        }

        try
        {
            WithAverage(() => output.Save(network, loop.Epoch));
        }
        catch (IOException e)
        {
            listeners.Warn($"{e.Message}; the training goes on");
        }
    }

    private void WithAverage(Action action) => WithAverage(() =>
    {
        action();
        return true;
    });

    private T WithAverage<T>(Func<T> action)
    {
        average?.Swap();
        try
        {
            return action();
        }
        finally
        {
            average?.Swap();
        }
    }
}
