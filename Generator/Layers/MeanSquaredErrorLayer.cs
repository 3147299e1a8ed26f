namespace NetDsl.Generator.Layers;

/// <summary>Mean of squared differences.</summary>
internal sealed class MeanSquaredErrorLayer : LossLayer
{
    public override string Name => "MeanSquaredError";
}
