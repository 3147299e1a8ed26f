using NetDsl.Runtime;

namespace NetDsl;

/// <summary>Watches validations for the best one, keeps its weights, and says when to stop.</summary>
internal sealed class BestWeights
{
    private readonly EarlyStopping options;
    private readonly ParameterStore store;

    public BestWeights(EarlyStopping options, ParameterStore store)
    {
        this.options = options;
        this.store = store;
        Block = options.RestoreBest ? new PinnedBlock(store.Values.Length) : null;
    }

    /// <summary>The best validation so far.</summary>
    public ValidationResult? Best { get; private set; }

    /// <summary>Validations in a row without a new best.</summary>
    public int Waited { get; private set; }

    /// <summary>The weights of the best validation; null where they are not asked for.</summary>
    public PinnedBlock? Block { get; }

    /// <summary>Why to stop, or null.</summary>
    public string? StopReason => Waited < options.Patience
        ? null
        : $"no better {Name} in {SampleGeometry.Text(Waited)} validations";

    private string Name => options.Metric == MonitoredMetric.ValidationLoss ? "validation loss" : "validation accuracy";

    /// <summary>Takes in a validation while the network has the weights that it measured.</summary>
    public void Observe(ValidationResult result)
    {
        if (!IsBetter(result))
        {
            Waited++;
            return;
        }

        (Best, Waited) = (result, 0);
        if (Block is not null)
        {
            store.Values.CopyTo(Block.Span);
        }
    }

    /// <summary>Gives the network the best weights, if there are any.</summary>
    public bool TryRestore()
    {
        if (Block is null || Best is null)
        {
            return false;
        }

        Block.Span.CopyTo(store.Values);
        store.Touch();
        return true;
    }

    /// <summary>Goes on from a checkpoint, whose weights are in the block already.</summary>
    public void Continue(ValidationResult? best, int waited) => (Best, Waited) = (best, waited);

    private bool IsBetter(ValidationResult result)
    {
        double now = Value(result);
        return double.IsFinite(now) && (Best is null || now < Value(Best) - options.MinDelta);
    }

    // An accuracy with its sign changed: less is better, as for a loss.
    private double Value(ValidationResult result) => options.Metric == MonitoredMetric.ValidationLoss ? result.Loss : -result.Accuracy!.Value;
}
