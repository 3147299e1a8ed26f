using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.CodeFixes;

namespace NetDsl.Analyzers.Tests.CodeFixes;

/// <summary>A project in a workspace, whose fixes are applied as an editor would.</summary>
internal static class FixSession
{
    /// <summary>Applies the fix to its first place, or to all, and compares the texts; no diagnostic of the id may be left where it was applied to all.</summary>
    public static async Task Check(string key, bool all, string[] before, string[] after)
    {
        using var workspace = new AdhocWorkspace();
        Project project = Create(workspace, before);
        (Diagnostic Diagnostic, Document Document, CodeAction Action) fix = (await Fixes(project)).First(candidate => candidate.Action.EquivalenceKey == key);
        CodeAction action = all ? await FixAll(fix.Document, fix.Diagnostic.Id, key) : fix.Action;
        Project changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        var texts = new List<string>();
        foreach (Document document in changed.Documents)
        {
            texts.Add((await document.GetTextAsync()).ToString()[Source.Header.Length..]);
        }

        Assert.Equal(after, texts);
        Compilation compilation = (await changed.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(Verify.AnalyzeAll(compilation), diagnostic => diagnostic.Id == key[..8]);
    }

    /// <summary>The keys of everything that is offered.</summary>
    public static async Task<IEnumerable<string?>> Offered(string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        return (await Fixes(Create(workspace, sources))).Select(fix => fix.Action.EquivalenceKey);
    }

    private static Project Create(AdhocWorkspace workspace, string[] sources)
    {
        CSharpCompilation compilation = Source.Compile(sources);
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Tests", "Tests", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: compilation.References));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project;
    }

    private static async Task<List<(Diagnostic Diagnostic, Document Document, CodeAction Action)>> Fixes(Project project)
    {
        var fixes = new List<(Diagnostic, Document, CodeAction)>();
        foreach (Diagnostic diagnostic in await Diagnostics(project))
        {
            Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await new RemedyCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostic, (action, _) => fixes.Add((diagnostic, document, action)), CancellationToken.None));
        }

        return fixes;
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Project project) =>
        [.. Verify.AnalyzeAll((await project.GetCompilationAsync())!).Where(diagnostic => new RemedyCodeFixProvider().FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    private static async Task<CodeAction> FixAll(Document document, string id, string key)
    {
        var provider = new RemedyCodeFixProvider();
        var context = new FixAllContext(document, provider, FixAllScope.Project, key, [id], new Found(), CancellationToken.None);
        return (await provider.GetFixAllProvider().GetFixAsync(context))!;
    }

    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await Diagnostics(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Diagnostics(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => [];
    }
}
