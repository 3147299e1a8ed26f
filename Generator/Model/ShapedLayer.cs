namespace NetDsl.Generator.Model;

/// <summary>A layer with its operation resolved and its place in the graph.</summary>
/// <param name="Name">The layer's path.</param>
/// <param name="Kind">The registry's key.</param>
/// <param name="Attribute">Index of the attribute among the class's own.</param>
/// <param name="Operation">What it computes.</param>
/// <param name="Sources">Indices of the layers that it reads, -1 for the network's input.</param>
internal sealed record ShapedLayer(string Name, string Kind, int Attribute, Operation Operation, EquatableArray<int> Sources)
{
    public Shape Output => Operation.Output;
}
