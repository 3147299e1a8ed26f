namespace NetDsl;

/// <summary>What tells whether a training still gets better.</summary>
public enum MonitoredMetric
{
    /// <summary>The mean loss over the validation samples; lower is better.</summary>
    ValidationLoss,

    /// <summary>The part of the validation samples that is classified rightly; higher is better.</summary>
    ValidationAccuracy,
}
