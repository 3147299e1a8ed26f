namespace NetDsl.Generator.Model;

/// <summary>A block as declared: what stands on one constructor of its class.</summary>
/// <param name="Constructor">The constructor's documentation id, by which a compilation finds it.</param>
/// <param name="Parameters">The constructor's parameters.</param>
/// <param name="Layers">Its layers in order.</param>
/// <param name="InSource">Whether its source belongs to the network's project, so that faults can be shown there.</param>
internal sealed record BlockModel(
    string Constructor, EquatableArray<BlockParameter> Parameters, EquatableArray<LayerModel> Layers, bool InSource);

/// <summary>A parameter of a block.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsText">Whether a string is its value; for others a string is an expression over the outer block's parameters.</param>
internal sealed record BlockParameter(string Name, bool IsText);
