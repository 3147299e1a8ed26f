using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>One copy of a block in a network.</summary>
/// <param name="use">The attribute that puts it there.</param>
/// <param name="block">What it consists of.</param>
/// <param name="name">Its name within the network or block around it.</param>
/// <param name="scope">The values of its parameters; null where they are faulty, so that nothing can be said of its layers.</param>
internal sealed class BlockCopy(LayerSite use, BlockModel block, string name, IReadOnlyDictionary<string, object>? scope)
{
    private static readonly Dictionary<string, object> NoScope = [];

    public LayerSite Use => use;

    public BlockModel Block => block;

    public string Name => name;

    /// <summary>Its name from the network on, with dots.</summary>
    public string Path { get; } = use.Block is { } outer ? $"{outer.Path}.{name}" : name;

    public IReadOnlyDictionary<string, object> Scope => scope ?? NoScope;

    public bool IsFaulty { get; } = scope is null || use.IsInFaultyBlock;
}
