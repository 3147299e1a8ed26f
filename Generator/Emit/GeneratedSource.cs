using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>A network's source: the network itself, or its stub.</summary>
internal sealed record GeneratedSource(string HintName, string Text)
{
    public static GeneratedSource Of(PlannedNetwork network) => new(
        $"{network.Shaped.Model.FullName}.g.cs",
        network.Plan is { } plan ? NetworkEmitter.Print(plan) : ErrorStubEmitter.Print(network.Shaped.Model, network.Problems));
}
