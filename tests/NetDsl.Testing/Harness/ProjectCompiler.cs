using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Testing.Harness;

/// <summary>Makes compilations as a project that imports the consumer props would.</summary>
public static class ProjectCompiler
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Padding = NetDsl.Padding;
        """;

    private static int projects;

    public static CSharpParseOptions ParseOptions(HarnessOptions options) =>
        new(options.LanguageVersion, DocumentationMode.Diagnose);

    public static SyntaxTree Parse(string source, string path, HarnessOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions(options), path);

    /// <summary>A compilation of files File0.cs, File1.cs and so on, with the implicit usings of the props.</summary>
    public static CSharpCompilation Compile(HarnessOptions options, params IReadOnlyList<string> sources)
    {
        var compilationOptions = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: options.Checked,
            allowUnsafe: true,
            generalDiagnosticOption: options.WarningsAsErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default,
            warningLevel: 9999,
            // A fixed level leaves the other levels' calls unreachable.
            specificDiagnosticOptions: options.Level == InstructionLevel.Widest ? [] : [new("CS0162", ReportDiagnostic.Suppress)],
            nullableContextOptions: options.Nullable);
        IEnumerable<SyntaxTree> trees = sources.Select((source, i) => Parse(source, $"File{i}.cs", options))
            .Prepend(Parse(options.ImplicitUsings ? GlobalUsings : "", "GlobalUsings.g.cs", options));
        return CSharpCompilation.Create($"Project{Interlocked.Increment(ref projects)}", trees, ProjectReferences.All, compilationOptions);
    }
}
