using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>A project under edit: the generator's caches live on from run to run, as in an editor.</summary>
internal sealed class EditingSession
{
    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    public EditingSession(params IReadOnlyList<string> files)
    {
        compilation = ProjectCompiler.Compile(HarnessOptions.Default, files);
        driver = GeneratorHarness.Driver(HarnessOptions.Default);
        Last = Run();
    }

    public GeneratorRun Last { get; private set; }

    /// <summary>Runs again without an edit.</summary>
    public GeneratorRun Run()
    {
        driver = driver.RunGenerators(compilation);
        return Last = new GeneratorRun(compilation, driver, HarnessOptions.Default);
    }

    /// <summary>Replaces a text within a file and runs.</summary>
    public GeneratorRun Edit(int file, string old, string replacement)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"File{file}.cs");
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        SyntaxTree edited = ProjectCompiler.Parse(text.Replace(old, replacement, StringComparison.Ordinal), tree.FilePath, HarnessOptions.Default);
        compilation = compilation.ReplaceSyntaxTree(tree, edited);
        return Run();
    }

    /// <summary>A weak reference to the compilation of the last run.</summary>
    public WeakReference Compilation() => new(compilation);
}
