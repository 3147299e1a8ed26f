using Microsoft.CodeAnalysis;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>What an edit makes the pipeline do again.</summary>
public sealed class IncrementalityTests
{
    [Fact]
    public void The_same_compilation_again_is_cached_throughout()
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second);
        GeneratorRun run = session.Run();
        Assert.All(PipelineSteps.All, step => AllAre(run, step, IncrementalStepRunReason.Cached));
    }

    [Theory]
    [InlineData(2, "Unrelated", "Renamed")]
    [InlineData(0, "[Network]", "// A comment.\n[Network]")]
    [InlineData(0, "[Dense(10)]", "[Dense( /* ten */ 10)]")]
    [InlineData(0, "class First;", "class First { private int field; }")]
    public void An_edit_that_means_the_same_network_reruns_parsing_alone(int file, string old, string replacement)
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second, PipelineSource.Unrelated);
        GeneratorRun run = session.Edit(file, old, replacement);
        AllAre(run, PipelineSteps.Parsing, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        Assert.All(PipelineSteps.Later, step => AllAre(run, step, IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_networks_argument_modifies_that_network_alone()
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second);
        Dictionary<string, string> before = Texts(session.Last);
        GeneratorRun run = session.Edit(0, "[Dense(10)]", "[Dense(11)]");

        Assert.Equal(1, Count(run, PipelineSteps.Parsing, IncrementalStepRunReason.Modified));
        Assert.Equal(1, Count(run, PipelineSteps.Shapes, IncrementalStepRunReason.Modified));
        string second = Assert.Single(before.Keys, IsSurfaceOf("Second"));
        Assert.Equal(before[second], Texts(run)[second]);
        string first = Assert.Single(before.Keys, IsSurfaceOf("First"));
        Assert.NotEqual(before[first], Texts(run)[first]);
    }

    [Fact]
    public void An_edit_beside_a_block_changes_nothing()
    {
        var session = new EditingSession(PipelineSource.Residual, PipelineSource.Block, PipelineSource.Unrelated);
        Assert.All(session.Last.Sources, source => Assert.DoesNotContain("cannot be generated", source.Text, StringComparison.Ordinal));
        AllAre(session.Edit(2, "Unrelated", "Renamed"), PipelineSteps.Parsing, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        GeneratorRun run = session.Edit(1, "[Add]", "[ /* the sum */ Add]");
        AllAre(run, PipelineSteps.Parsing, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        Assert.All(PipelineSteps.Later, step => AllAre(run, step, IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_blocks_argument_modifies_the_networks_that_use_it()
    {
        var session = new EditingSession(PipelineSource.Residual, PipelineSource.Block, PipelineSource.First);
        GeneratorRun run = session.Edit(1, "Conv2d(3, 3,", "Conv2d(5, 5,");
        Assert.Equal(1, Count(run, PipelineSteps.Parsing, IncrementalStepRunReason.Modified));
        Assert.Equal(1, Count(run, PipelineSteps.Shapes, IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void Kernels_of_untouched_geometry_stay_cached()
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second);
        HashSet<object> before = [.. PipelineSteps.Outputs(session.Last, PipelineSteps.Kernels).Select(output => output.Value)];
        GeneratorRun run = session.Edit(0, "[Dense(10)]", "[Dense(11)]");

        var outputs = PipelineSteps.Outputs(run, PipelineSteps.Kernels).Where(output => output.Reason != IncrementalStepRunReason.Removed).ToList();
        Assert.Contains(outputs, output => !before.Contains(output.Value));
        Assert.Contains(outputs, output => before.Contains(output.Value));
        Assert.All(outputs.Where(output => before.Contains(output.Value)), output =>
            Assert.Contains(output.Reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void A_comment_in_a_network_with_an_error_changes_nothing()
    {
        var session = new EditingSession(PipelineSource.Faulty);
        GeneratorRun run = session.Edit(0, "[Network]", "// Too large?\n[Network]");
        AllAre(run, PipelineSteps.Parsing, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        foreach (string step in PipelineSteps.Later.Where(run.Steps.ContainsKey))
        {
            AllAre(run, step, IncrementalStepRunReason.Cached);
        }
    }

    [Fact]
    public void A_removed_network_takes_its_sources_along()
    {
        var session = new EditingSession(PipelineSource.First, PipelineSource.Second);
        GeneratorRun run = session.Edit(1, "[Network]", "");
        Assert.DoesNotContain(Texts(run).Keys, key => IsSurfaceOf("Second")(key));
        Assert.Contains(Texts(run).Keys, key => IsSurfaceOf("First")(key));
    }

    private static Predicate<string> IsSurfaceOf(string network) => hint => hint == $"{network}.g.cs";

    private static Dictionary<string, string> Texts(GeneratorRun run) => run.Sources.ToDictionary(source => source.HintName, source => source.Text);

    private static void AllAre(GeneratorRun run, string step, params IncrementalStepRunReason[] reasons)
    {
        IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> outputs = PipelineSteps.Outputs(run, step);
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.True(reasons.Contains(output.Reason), $"{step} is {output.Reason}"));
    }

    private static int Count(GeneratorRun run, string step, IncrementalStepRunReason reason) =>
        PipelineSteps.Outputs(run, step).Count(output => output.Reason == reason);
}
