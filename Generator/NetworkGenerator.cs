using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Emit;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Planning;
using NetDsl.Generator.Report;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator;

/// <summary>
/// Turns every class with [Network] into a network: attributes, model, shapes, plan, text. Each arrow is a pure function, so
/// an edit recomputes only what it changes: one source a network, one a kernel, and some for the facts of a large network.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ShapedNetwork> shaped = context.SyntaxProvider
            .ForAttributeWithMetadataName(DslNames.NetworkAttribute, static (node, _) => node is TypeDeclarationSyntax, Parse)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Parsing)
            .Select(static (model, _) => ShapeInference.Infer(model!))
            .WithTrackingName(TrackingNames.Shapes);

        IncrementalValuesProvider<PlannedNetwork> planned = shaped
            .Select(static (network, _) => PlannedNetwork.Of(network))
            .WithTrackingName(TrackingNames.Planning);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = planned
            .Select(static (network, _) => network.Shaped.Model)
            .Collect()
            .Select(static (models, _) => GeneratedSource.Ambiguous(models));

        IncrementalValuesProvider<GeneratedSource> networks = planned
            .Where(static network => network.Shaped.Model.Extensible)
            .Combine(ambiguous)
            .SelectMany(static (pair, _) => GeneratedSource.Of(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Source);

        IncrementalValuesProvider<Kernel> kernels = planned.Collect()
            .SelectMany(static (all, _) => KernelSet.Of(all.SelectMany(network => network.Plan?.Kernels ?? [])))
            .WithTrackingName(TrackingNames.Kernels);

        context.RegisterSourceOutput(networks, static (output, source) => output.AddSource(source.HintName, source.Text));
        IncrementalValueProvider<bool> checkedArithmetic = context.CompilationProvider
            .Select(static (compilation, _) => compilation.Options is CSharpCompilationOptions { CheckOverflow: true });
        context.RegisterSourceOutput(kernels.Combine(checkedArithmetic), static (output, pair) =>
            output.AddSource($"Kernels.{pair.Left.Name}.g.cs", KernelSource.Print(pair.Left, pair.Right)));
        UnwatchedProblems.Report(context, planned);
        ReportSource.Register(context, planned, ambiguous);
    }

    // A class may carry the attribute once; while somebody types it twice, the first counts.
    private static NetworkModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData first = type.GetAttributes().First(attribute => DslNames.IsNetwork(attribute.AttributeClass));
        return first.ApplicationSyntaxReference?.GetSyntax(cancellation) == context.Attributes[0].ApplicationSyntaxReference?.GetSyntax(cancellation)
            ? NetworkParser.Parse(type, cancellation)
            : null;
    }
}
