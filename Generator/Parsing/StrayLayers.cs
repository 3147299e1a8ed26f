using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Layers where nothing would ever read them: on a class that is no network, on a constructor of one that is no block.</summary>
internal static class StrayLayers
{
    /// <summary>The faults of a class that is no network: one for its own layers, one for each constructor's.</summary>
    public static IEnumerable<Problem> OnClass(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (First(type, cancellation) is { } stray)
        {
            string remedy = DslNames.IsBlock(type)
                ? "a block; put its layers on the constructor, with [method: ...] on a primary one"
                : "no network; add [Network]";
            yield return new Problem(RuleIds.Misplaced, stray.Index, null, $"{DslNames.Kind(stray.Data.AttributeClass!)} stands on {type.Name}, which is {remedy}");
        }
    }

    /// <summary>The faults of a class that is no block.</summary>
    public static IEnumerable<Problem> OnConstructors(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (DslNames.IsBlock(type))
        {
            yield break;
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (First(constructor, cancellation) is { } stray)
            {
                string id = constructor.GetDocumentationCommentId() ?? "";
                yield return new Problem(
                    RuleIds.Misplaced, -1, null,
                    $"{DslNames.Kind(stray.Data.AttributeClass!)} stands on the constructor of {type.Name}, which is no block; derive it from BlockAttribute",
                    Origin: new BlockPlace(id, stray.Index, null));
            }
        }
    }

    private static DslAttribute? First(ISymbol symbol, CancellationToken cancellation)
    {
        DslAttribute[] all = [.. symbol.GetAttributes().Select((data, index) => DslAttribute.Of(data, index, cancellation))];
        return all.Any(attribute => attribute.Role is AttributeRole.Network or AttributeRole.Unknown) ? null
            : all.Where(attribute => attribute.InSequence).Select(attribute => (DslAttribute?)attribute).FirstOrDefault();
    }
}
