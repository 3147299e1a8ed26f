using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Reads the attributes of a network, and with the uses of blocks what stands on the blocks' constructors: each constructor once.</summary>
internal sealed class BlockReader(IAssemblySymbol assembly, CancellationToken cancellation)
{
    private readonly Dictionary<IMethodSymbol, int> indices = new(SymbolEqualityComparer.Default);

    // A block's place is taken before its layers are read, so that one that contains itself ends here.
    private readonly List<BlockModel?> blocks = [];

    public IReadOnlyList<BlockModel> Blocks => [.. blocks.OfType<BlockModel>()];

    public LayerModel Read(DslAttribute attribute)
    {
        LayerModel layer = AttributeReader.Read(attribute, cancellation);
        return attribute.Data.AttributeConstructor is { } constructor && DslNames.IsBlock(attribute.Data.AttributeClass)
            ? layer with { Block = IndexOf(constructor.OriginalDefinition) }
            : layer;
    }

    private int IndexOf(IMethodSymbol constructor)
    {
        if (!indices.TryGetValue(constructor, out int index))
        {
            index = blocks.Count;
            indices.Add(constructor, index);
            blocks.Add(null);
            IEnumerable<LayerModel> layers = constructor.GetAttributes()
                .Select((data, place) => DslAttribute.Of(data, place, cancellation))
                .Where(attribute => attribute.Role is AttributeRole.Unknown or AttributeRole.Layer)
                .Select(Read);
            blocks[index] = new BlockModel(
                constructor.GetDocumentationCommentId() ?? "",
                constructor.Parameters.Select(Parameter).ToEquatableArray(),
                layers.ToEquatableArray(),
                SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, assembly));
        }

        return index;
    }

    private static BlockParameter Parameter(IParameterSymbol parameter) =>
        new(parameter.Name, parameter.Type.SpecialType == SpecialType.System_String);
}
