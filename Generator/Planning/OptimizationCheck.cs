using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Warns of kernels that the compiler leaves unoptimised: they work, so slowly that one would look for the fault elsewhere.</summary>
internal static class OptimizationCheck
{
    /// <summary>The problem of a network that has kernels, in a project without optimisation.</summary>
    public static IEnumerable<Problem> Of(Compilation compilation, PlannedNetwork network)
    {
        if (network.Plan is not null && compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
        {
            yield return new Problem(RuleIds.Unoptimized, -1, null,
                $"The kernels of {network.Shaped.Model.Name} are compiled without optimisation and run about 50 times slower; set <Optimize>true</Optimize> in the project, or remove NetDslOptimizeKernels=false");
        }
    }
}
