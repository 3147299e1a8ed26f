using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Layers on a class that is no network, where nothing would ever read them.</summary>
internal static class StrayLayers
{
    public static IEnumerable<Problem> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        DslAttribute[] all = type.GetAttributes().Select((data, index) => DslAttribute.Of(data, index, cancellation)).ToArray();
        return all.Any(attribute => attribute.Role is AttributeRole.Network or AttributeRole.Unknown) ? [] : all
            .Where(attribute => attribute.InSequence)
            .Take(1)
            .Select(attribute => new Problem(
                RuleIds.Misplaced, attribute.Index, null,
                $"{DslNames.Kind(attribute.Data.AttributeClass!)} stands on {type.Name}, which is no network; add [Network]"));
    }
}
