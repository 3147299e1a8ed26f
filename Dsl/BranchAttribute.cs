namespace NetDsl;

/// <summary>
/// Begins a branch. The first one reads the value that stands before it, and those that follow are its siblings: they read the
/// same value. <see cref="AddAttribute"/> or <see cref="ConcatAttribute"/> joins them; a branch without a layer is that value itself.
/// <see cref="OutputAttribute"/> closes the branch before it as a further head, and the value goes back to where the branches began.
/// </summary>
/// <remarks>With <see cref="LayerAttribute.From"/> this one branch begins at another layer. A branch within a branch takes a block.</remarks>
public sealed class BranchAttribute : LayerAttribute;
