using NetDsl.Generator.Layers;

namespace NetDsl.Generator.Shapes;

internal enum StepKind
{
    /// <summary>A layer of the registry, or an attribute that is not finished.</summary>
    Layer,

    Branch,
    Merge,
    Output,
    Shortcut,

    /// <summary>A copy of a block begins.</summary>
    Enter,

    /// <summary>The copy ends.</summary>
    Leave,
}

/// <summary>One step through a network whose blocks are expanded.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Site">The attribute; of a block its use.</param>
/// <param name="Name">The name within the network or block around it; empty where the step has none.</param>
/// <param name="Copy">The block that begins or ends.</param>
internal readonly record struct GraphStep(StepKind Kind, LayerSite Site, string Name, BlockCopy? Copy = null);
