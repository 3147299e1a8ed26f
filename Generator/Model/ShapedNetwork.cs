namespace NetDsl.Generator.Model;

/// <summary>A declared network with all shapes inferred, or with the problems that prevent it.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Layers">Every layer with its operation, the loss excluded; up to the first fault where there is one.</param>
/// <param name="Loss">The loss, if one stands at the end.</param>
/// <param name="Problems">All faults, those of parsing first; the network can be generated when there are none.</param>
internal sealed record ShapedNetwork(
    NetworkModel Model,
    EquatableArray<ShapedLayer> Layers,
    Loss? Loss,
    EquatableArray<Problem> Problems)
{
    public bool IsSound => Problems.Count == 0;

    /// <summary>What the last layer gives: the input of the loss.</summary>
    public Shape Output => Layers.Count == 0 ? Model.Input : Layers[Layers.Count - 1].Output;
}
