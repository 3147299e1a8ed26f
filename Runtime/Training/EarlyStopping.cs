namespace NetDsl;

/// <summary>Ends a training that no longer gets better, with the best weights it had (Prechelt 1998).</summary>
public sealed record EarlyStopping
{
    /// <summary>What is watched; the validation loss unless set.</summary>
    public MonitoredMetric Metric { get; init; } = MonitoredMetric.ValidationLoss;

    /// <summary>Validations in a row without a new best after which the training ends; <see cref="int.MaxValue"/> never ends it. At least 1.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>How much better than the best so far a validation must be to be a new best; at least 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>Whether the network ends with the weights of the best validation, or with the last ones.</summary>
    public bool RestoreBest { get; init; } = true;
}
