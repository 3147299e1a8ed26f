namespace NetDsl.Generator.Model;

/// <summary>A declared network with all shapes inferred, or with the problems that prevent it.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Layers">Every layer with its operation, the loss excluded; up to the first fault where there is one.</param>
/// <param name="Main">Index of the layer whose output is the network's: the input of the loss; -1 for the input itself.</param>
/// <param name="Heads">Further outputs that the loss applies to in training.</param>
/// <param name="Loss">The loss, if one stands at the end.</param>
/// <param name="Problems">All faults, those of parsing first; the network can be generated when there are none.</param>
internal sealed record ShapedNetwork(
    NetworkModel Model,
    EquatableArray<ShapedLayer> Layers,
    int Main,
    EquatableArray<Head> Heads,
    Loss? Loss,
    EquatableArray<Problem> Problems)
{
    /// <summary>The layers that the main output depends on.</summary>
    public IEnumerable<ShapedLayer> PredictingLayers
    {
        get
        {
            var needed = new bool[Layers.Count];
            for (int i = Layers.Count - 1; i >= 0; i--)
            {
                needed[i] |= i == Main;
                foreach (int source in Layers[i].Sources.Where(source => needed[i] && source >= 0))
                {
                    needed[source] = true;
                }
            }

            return Layers.Where((_, i) => needed[i]);
        }
    }

    /// <summary>Blocks and shortcuts, those inside others first.</summary>
    public EquatableArray<ShapedBlock> Blocks { get; init; }

    public bool IsSound => Problems.Count == 0;

    /// <summary>The input of the loss.</summary>
    public Shape Output => Main < 0 ? Model.Input : Layers[Main].Output;
}
