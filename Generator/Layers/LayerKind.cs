using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>What the generator knows of one kind of layer; there is one instance of each, in <see cref="LayerRegistry"/>.</summary>
internal abstract class LayerKind
{
    /// <summary>The attribute's name without "Attribute", such as <c>Conv2d</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Resolves the layer on an input. Reports every fault it finds to <paramref name="arguments"/> and returns null
    /// when no operation can be made of it.
    /// </summary>
    public abstract Operation? Resolve(LayerArguments arguments, Shape input);
}
