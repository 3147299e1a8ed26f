using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>Models hold plain values, so that caches compare them and old compilations can go.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SemanticModel), typeof(AttributeData)];

    [Theory]
    [InlineData(PipelineSource.First)]
    [InlineData(PipelineSource.Faulty)]
    public void No_model_reaches_into_the_compiler(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(source);
        foreach (string step in PipelineSteps.All.Where(run.Steps.ContainsKey))
        {
            foreach ((object value, _) in PipelineSteps.Outputs(run, step))
            {
                Assert.Null(ObjectGraph.Find(value, type => Forbidden.Any(forbidden => forbidden.IsAssignableFrom(type))));
            }
        }
    }

    [Fact]
    public void Parsing_gives_a_model_for_a_network_with_an_error() =>
        Assert.NotEmpty(PipelineSteps.Outputs(GeneratorHarness.Run(PipelineSource.Faulty), PipelineSteps.Parsing));

    [Fact]
    public void Models_of_the_same_declaration_are_equal()
    {
        GeneratorRun one = GeneratorHarness.Run(PipelineSource.First), other = GeneratorHarness.Run(PipelineSource.First);
        foreach (string step in PipelineSteps.All)
        {
            Assert.Equal(
                PipelineSteps.Outputs(one, step).Select(output => output.Value),
                PipelineSteps.Outputs(other, step).Select(output => output.Value));
        }
    }

    [Fact]
    public void An_old_compilation_can_be_collected()
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second);
        WeakReference old = RunAndEdit(session);
        for (int attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(session);
    }

    // A frame of its own, so that no local of the test keeps the compilation alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndEdit(EditingSession session)
    {
        WeakReference old = session.Compilation();
        session.Edit(0, "[Dense(10)]", "[Dense(11)]");
        return old;
    }
}
