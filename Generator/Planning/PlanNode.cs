using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>One step of the network after fusion: an operation and the activation that its kernel applies.</summary>
/// <param name="Name">The layer's path.</param>
/// <param name="Operation">What is computed.</param>
/// <param name="Fused">The activation that the same kernel applies.</param>
/// <param name="Norm">The batch normalisation between the operation and the activation that prediction folds into the operation's parameters.</param>
/// <param name="Inputs">The values it reads.</param>
/// <param name="Output">The value it writes.</param>
internal sealed record PlanNode(string Name, Operation Operation, ActivationSpec? Fused, FoldedNorm? Norm, EquatableArray<int> Inputs, int Output)
{
    /// <summary>The name as part of an identifier.</summary>
    public string Stem => Name.Replace('.', '_');

    /// <summary>The one value that most operations read.</summary>
    public int Input => Inputs[0];

    /// <summary>The value that prediction adds to the result before the activation, as behind a residual branch; null for none.</summary>
    public int? Residual => Adds ? Inputs[Inputs.Count - 1] : null;

    /// <summary>Whether the last input is a value to add to the result.</summary>
    public bool Adds { get; init; }

    /// <summary>Whether an input is only added to the result.</summary>
    public bool IsResidual(int slot) => Adds && slot == Inputs.Count - 1;
}

/// <summary>Something a node writes, in the shape in which it stands in memory.</summary>
/// <param name="Stem">Name of its constants; empty for the network's input.</param>
/// <param name="Shape">Physical shape: flattening changes how a value is seen, not how it stands.</param>
/// <param name="Activation">The activation that made it, whose derivative its gradient is multiplied with.</param>
internal sealed record PlanValue(string Stem, Shape Shape, ActivationSpec? Activation)
{
    public int Height => Shape.Height * Shape.Depth;

    public string Constant => Stem.Length == 0 ? "x" : Stem + "_y";

    public string GradientConstant => Stem.Length == 0 ? "dx" : Stem + "_dy";
}

/// <summary>A batch normalisation that prediction computes with the layer before it.</summary>
/// <param name="Stem">The layer's name as part of an identifier.</param>
/// <param name="Operation">The layer.</param>
internal sealed record FoldedNorm(string Stem, Normalization Operation);
