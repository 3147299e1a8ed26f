namespace NetDsl.Generator.Model;

/// <summary>A copy of a block, or a shortcut, in a network whose shapes are inferred.</summary>
/// <param name="Path">Its name from the network on.</param>
/// <param name="First">Index of its first layer.</param>
/// <param name="Count">How many layers it has, those of blocks inside included.</param>
/// <param name="Output">The shape of what it gives.</param>
internal sealed record ShapedBlock(string Path, int First, int Count, Shape Output);
