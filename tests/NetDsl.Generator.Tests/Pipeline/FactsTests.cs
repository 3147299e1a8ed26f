using Microsoft.CodeAnalysis;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>The facts of blocks and of the layers in them.</summary>
public sealed class FactsTests
{
    private const string User = """
        public static class User
        {
            public const long Convolution = Residual.Facts.Unit2.Conv2d1.ParameterCount;
            public const long Unit = Residual.Facts.Unit2.ParameterCount;
            public const long Multiplies = Residual.Facts.tail.Multiplies;
            public const int Channels = Residual.Facts.tail.OutputChannels;
            public const int Identity = Residual.Facts.Unit1.Shortcut1.OutputLength;
            public const long Projection = Residual.Facts.tail.Shortcut1.Conv2d1.ParameterCount;
            public const long Shortcut = Residual.Facts.tail.Shortcut1.ParameterCount;
        }
        """;

    [Fact]
    public void Nest_by_path()
    {
        CompiledProject project = Run(PipelineSource.Residual, PipelineSource.Block).Load();
        Type user = project.Type("User");
        long Value(string name) => Convert.ToInt64(user.GetField(name)!.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((3 * 3 * 4 * 4) + 4, Value("Convolution"));
        Assert.Equal((3 * 3 * 4 * 4) + 4, Value("Unit"));
        Assert.Equal(64 * ((3 * 3 * 4 * 6) + (4 * 6)), Value("Multiplies"));
        Assert.Equal(6, Value("Channels"));
        Assert.Equal(8 * 8 * 4, Value("Identity"));
        Assert.Equal(4 * 6, Value("Projection"));
        Assert.Equal((4 * 6) + (2 * 6), Value("Shortcut"));
    }

    [Theory]
    [InlineData("Dense(3)", "Dense(0)")]
    [InlineData("Conv2d(1, 1, 4)", "Conv2d(9, 9, 4)")]
    [InlineData("Repeat = 2", "Repeat = \"2\", From = \"Lost\"")]
    public void Nest_in_the_stub_too(string before, string after)
    {
        GeneratorRun run = Run(PipelineSource.Residual.Replace(before, after, StringComparison.Ordinal), PipelineSource.Block);
        Assert.Contains(run.Sources, source => source.Text.Contains("cannot be generated", StringComparison.Ordinal));
        Assert.Empty(run.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>So that an edit at the end of a large network leaves the facts of its beginning alone.</summary>
    [Fact]
    public void Stand_apart_where_they_are_many()
    {
        const string Deep = """
            using NetDsl;
            public sealed class DeepAttribute : BlockAttribute
            {
                [Dense(2), Relu]
                public DeepAttribute() { }
            }
            namespace Some
            {
                [Network, Input(2), Deep(Repeat = 30), Dense(3)]
                public partial class Large;
            }
            public static class User
            {
                public const long First = Some.Large.Facts.Deep1.Dense1.ParameterCount;
                public const long Last = Some.Large.Facts.Dense1.ParameterCount;
            }
            """;
        GeneratorRun run = GeneratorHarness.Run(Deep), edited = GeneratorHarness.Run(Deep.Replace("Dense(3)", "Dense(4)", StringComparison.Ordinal));
        string[] Facts(GeneratorRun of) => [.. of.Sources.Where(source => source.HintName.StartsWith("Some.Large.Facts.", StringComparison.Ordinal)).Select(source => source.Text)];
        CompiledProject project = run.Load();
        Assert.Equal(6L, project.Type("User").GetField("First")!.GetRawConstantValue());
        Assert.Equal(9L, project.Type("User").GetField("Last")!.GetRawConstantValue());
        Assert.Equal([true, false], Facts(run).Zip(Facts(edited), (text, other) => text == other));
    }

    private static GeneratorRun Run(params string[] files) =>
        GeneratorHarness.Run(ProjectCompiler.Compile(HarnessOptions.Default, [.. files, User]), HarnessOptions.Default);
}
