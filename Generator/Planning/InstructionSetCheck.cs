using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Warns of a native program whose compiler is told of no instruction set: it cannot choose one when it starts, as the JIT compiler does.</summary>
internal static class InstructionSetCheck
{
    /// <summary>The problem of a network that has kernels, in a project that publishes with NativeAOT for a processor whose baseline is narrow.</summary>
    /// <param name="project">The project's properties that the compiler sees.</param>
    /// <param name="network">The network.</param>
    public static IEnumerable<Problem> Of(AnalyzerConfigOptions project, PlannedNetwork network)
    {
        if (network.Plan is not null
            && Property(project, "PublishAot").Equals("true", StringComparison.OrdinalIgnoreCase)
            && Property(project, "IlcInstructionSet").Length == 0
            && Property(project, "NetDslNativePlatform") is var platform
            && (platform.Length == 0 || platform.EndsWith("x64", StringComparison.Ordinal)))
        {
            yield return new Problem(RuleIds.NoInstructionSet, -1, null,
                $"The native kernels of {network.Shaped.Model.Name} have vectors of 128 bits without FMA, whatever the processor can do; set <IlcInstructionSet>x86-64-v3</IlcInstructionSet> in the project, or remove NetDslInstructionSet=none");
        }
    }

    private static string Property(AnalyzerConfigOptions project, string name) =>
        project.TryGetValue($"build_property.{name}", out string? value) ? value : "";
}
