using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Analyzers;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>All diagnostics, from the analyzers' own descriptors.</summary>
internal static class RuleReference
{
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
    [
        .. typeof(ShapeAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static string Write()
    {
        var text = new StringBuilder("""
            # Diagnostics

            Every rule has a page with a wrong and a right example. Errors without which no network can be written cannot be switched off; the
            others follow `.editorconfig` (`dotnet_diagnostic.NDSL3002.severity = none`) and `#pragma warning disable`.

            | id | severity | can be switched off | |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (DiagnosticDescriptor rule in Rules)
        {
            string severity = $"{rule.DefaultSeverity}".ToLowerInvariant() + (rule.IsEnabledByDefault ? "" : ", off");
            string configurable = rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? "no" : "yes";
            text.Append($"| [{rule.Id}](../rules/{rule.Id}.md) | {severity} | {configurable} | {rule.Title} |\n");
        }

        return text.ToString();
    }
}
