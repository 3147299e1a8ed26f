using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>The values of a block's parameters.</summary>
internal static class BlockScope
{
    /// <summary>Evaluates the arguments over the parameters of the block around; null where one is faulty.</summary>
    public static IReadOnlyDictionary<string, object>? Of(LayerSite use, BlockModel block, ProblemLog problems)
    {
        var scope = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (BlockParameter parameter in block.Parameters)
        {
            // An optional string may be null, and is then no value that a layer could name.
            if (use.Layer.Value(parameter.Name) is not { } written)
            {
                continue;
            }

            if (written is not string text)
            {
                scope.Add(parameter.Name, written);
            }
            else if (parameter.IsText)
            {
                scope.Add(parameter.Name, use.Text(parameter.Name)!);
            }
            else if (new LayerArguments(use, inputKnown: false, problems).Any(parameter.Name) is { } value)
            {
                scope.Add(parameter.Name, value);
            }
            else
            {
                return null;
            }
        }

        return scope;
    }
}
