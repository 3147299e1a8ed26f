using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Testing.Harness;

/// <summary>What the generator made of a compilation.</summary>
public sealed class GeneratorRun
{
    private readonly CSharpCompilation input;
    private readonly GeneratorRunResult result;
    private readonly Lazy<CSharpCompilation> output;

    public GeneratorRun(CSharpCompilation input, GeneratorDriver driver, HarnessOptions options)
    {
        this.input = input;
        Options = options;
        Driver = driver;
        result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null)
        {
            throw new InvalidOperationException($"The generator threw: {result.Exception}", result.Exception);
        }

        output = new(AddSources);
    }

    public HarnessOptions Options { get; }

    /// <summary>For running again on a changed compilation.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>Generated texts by hint name, in the generator's order.</summary>
    public IReadOnlyList<(string HintName, string Text)> Sources =>
        [.. result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))];

    /// <summary>Generated trees as the generator gave them.</summary>
    public IReadOnlyList<SyntaxTree> Trees => [.. result.GeneratedSources.Select(source => source.SyntaxTree)];

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics => result.Diagnostics;

    public ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Steps => result.TrackedSteps;

    /// <summary>The project with the generated files, at the instruction level asked for.</summary>
    public CSharpCompilation Compilation => output.Value;

    /// <summary>Warnings and errors of the whole project.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics =>
        [.. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Emits and loads the project.</summary>
    public CompiledProject Load() => CompiledProject.Load(Compilation);

    private CSharpCompilation AddSources()
    {
        if (Options.Level is not { } level)
        {
            return input.AddSyntaxTrees(Trees);
        }

        int replaced = 0;
        var trees = new List<SyntaxTree>();
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            (string text, int count) = LevelRewriter.Rewrite(source.SourceText.ToString(), level);
            replaced += count;
            trees.Add(count == 0 ? source.SyntaxTree : ProjectCompiler.Parse(text, source.SyntaxTree.FilePath, Options));
        }

        return replaced > 0 || level == InstructionLevel.Widest
            ? input.AddSyntaxTrees(trees)
            : throw new InvalidOperationException($"No generated text asks for its instruction level, so {level} cannot be forced");
    }
}
