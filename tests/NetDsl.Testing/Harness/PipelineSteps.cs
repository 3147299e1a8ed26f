using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetDsl.Generator;

namespace NetDsl.Testing.Harness;

/// <summary>The names under which the generator's pipeline tracks its steps.</summary>
public static class PipelineSteps
{
    public const string Parsing = TrackingNames.Parsing;
    public const string Shapes = TrackingNames.Shapes;
    public const string Planning = TrackingNames.Planning;
    public const string Kernels = TrackingNames.Kernels;
    public const string Source = TrackingNames.Source;

    public static ImmutableArray<string> All => [Parsing, Shapes, Planning, Kernels, Source];

    public static ImmutableArray<string> Later => All.RemoveAt(0);

    /// <summary>Every output of a step with the reason why it is what it is.</summary>
    public static IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRun run, string step) =>
        run.Steps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(one => one.Outputs)]
            : throw new InvalidOperationException($"The pipeline tracks no step {step}, only {string.Join(", ", run.Steps.Keys.Order())}");
}
