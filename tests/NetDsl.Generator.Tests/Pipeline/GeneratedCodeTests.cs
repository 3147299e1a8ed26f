using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>Whatever a user's project demands, the generated files compile in it without a word.</summary>
public sealed class GeneratedCodeTests
{
    private const string Everything = """
        using NetDsl;

        namespace Some.Name.Space
        {
            [Network]
            [Input(12, 13, 3)]
            [Conv2d(3, 3, 17, Padding.Same, Name = "First"), Relu]
            [Conv2d(3, 2, 8, Stride = 2, Groups = 1, Init = Initializer.HeNormal, InitScale = -1.5, BiasInit = -0.25), LeakyRelu(0.2)]
            [Conv2d(2, 2, 8, Padding.Same, Dilation = 2, Groups = 2), ScaledTanh]
            [MaxPool2d(3, 3, Padding.Same, Stride = 1), Tanh]
            [AvgPool2d(2, 2, CeilMode = true), Sigmoid, Dropout(0.25)]
            [Conv2d(3, 3, 4, Pad = 1, Bias = false)]
            [Flatten, Dense(9), Softmax]
            [Dense(4), SoftmaxCrossEntropy]
            public sealed partial class Everything;

            [Network]
            [Input(7, 6, 3)]
            [Conv2d(3, 3, 5, Padding.Same), Relu6, Elu(0.5), Selu, Silu]
            [Conv2d(2, 2, 5), Gelu, HardSwish, Softplus, GlobalMaxPool2d]
            [Dense(4), Gelu(Approximate = true), LogSoftmax]
            public sealed partial class Activations;

            [Network]
            [Input(9, 8, 3)]
            [AtrousConv2d(3, 3, 5, 2, Padding.Same, Connections = "X.XX.;.XX.X;XX.X."), Relu, ZeroPad2d(0, 1, 2, 0), Upsample2d(2), DepthwiseConv2d(3, 3, Multiplier = 2), Gelu, SeparableConv2d(2, 2, 3), Tanh]
            public sealed partial class Convolutions;

            [Network]
            [Input(20, 3)]
            [ZeroPad1d(2, 1), Conv1d(3, 5, Padding.Same, Stride = 2), Relu, MaxPool1d(2, Stride = 1), Conv1d(4, 3, Groups = 1, Dilation = 2), AvgPool1d(3, Padding.Same), GlobalMaxPool1d, Dense(2)]
            public sealed partial class Sequences;

            [Network]
            [Input(2, 5, 4, 3)]
            [Conv3d(2, 3, 3, 5, Padding.Same), Relu, Conv3dTranspose(2, 2, 2, 4, Stride = 2), Gelu, Conv3d(1, 1, 1, 1, Groups = 1)]
            public sealed partial class Volumes;

            [Network]
            [Input(5, 3), Conv1dTranspose(3, 4, Padding.Same, Stride = 2), Tanh, Conv1dTranspose(2, 1, Bias = false), Flatten, Dense(1)]
            public sealed partial class Transposed;

            [Network]
            [Input(5, 6, 7, 3)]
            [ZeroPad3d(1, 0, 0, 1, 2, 0), MaxPool3d(2, 3, 2, Padding.Same), Relu, AvgPool3d(2, 2, 3, Stride = 1), GlobalAvgPool3d, Dense(2)]
            public sealed partial class PooledVolumes;

            [Network]
            [Input(9, 8, 3)]
            [LocalResponseNorm(2, Beta = 0.6), Conv2d(3, 3, 17, Padding.Same), Relu, LocalResponseNorm(100, Alpha = 1e-4, Beta = 0.75)]
            [Dense(2)]
            public sealed partial class Normalizations;

            [Network]
            [Input(13, 12, 2)]
            [Conv2d(3, 3, 5), ScaledTanh, TrainableSubsample2d(2, 2), ScaledTanh, TrainableSubsample2d(5, 2)]
            [Dense(19), Tanh, Rbf(2, "###################;...................", Name = "Distances"), MaximumAPosteriori]
            public sealed partial class Distances;

            /// <summary>Documented by the user.</summary>
            [Network(Training = false)]
            [Input(5, 5, 2), Conv2d(3, 3, 4), GlobalAvgPool2d, Dense(3), MeanSquaredError]
            internal partial class PredictsOnly;

            /// <summary>Documented as well.</summary>
            public static partial class Outer
            {
                [Network, Input(4), Dense(2)]
                public partial class @class;
            }
        }

        [Network(Unroll = Unroll.Tile), Input(6, 6, 2), Conv2d(3, 3, 16), Relu, Dense(2)]
        public partial class Global;
        """;

    public static TheoryData<LanguageVersion, NullableContextOptions, bool, bool> Projects
    {
        get
        {
            var rows = new TheoryData<LanguageVersion, NullableContextOptions, bool, bool>();
            foreach (LanguageVersion version in new[] { LanguageVersion.CSharp12, LanguageVersion.Latest })
            {
                foreach (NullableContextOptions nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
                {
                    rows.Add(version, nullable, true, true);
                    rows.Add(version, nullable, false, false);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiles_without_a_warning(LanguageVersion version, NullableContextOptions nullable, bool isChecked, bool foreign)
    {
        GeneratorRun run = GeneratorHarness.Run(Everything, new HarnessOptions
        {
            LanguageVersion = version,
            Nullable = nullable,
            Checked = isChecked,
            WarningsAsErrors = true,
            Culture = foreign ? HarnessOptions.ForeignCulture : null,
        });
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.True(run.CompilerDiagnostics.Count == 0, string.Join("\n", run.CompilerDiagnostics));
        Assert.Equal(12, run.Sources.Count(source => source.Text.Contains("INetwork<", StringComparison.Ordinal)));
    }

    /// <summary>Pointers go backwards, into a border, which checked arithmetic would take for an overflow.</summary>
    [Theory]
    [InlineData("Input(9, 8, 3), Conv2d(3, 3, 5, Padding.Same, Stride = 2), Tanh, MaxPool2d(3, 3, Padding.Same, Stride = 1), Dense(3)")]
    [InlineData("Input(12, 12, 32), Conv2d(3, 3, 32, Padding.Same, Bias = false), BatchNorm, Relu, Conv2d(3, 3, 32, Padding.Same, Stride = 2), Tanh, Dense(3)")]
    [InlineData("Input(8, 8, 3), DepthwiseConv2d(3, 3, Padding.Same), LocalResponseNorm, Conv2d(3, 3, 32, Padding.Same), Conv2d(3, 3, 32, Padding.Same), Dropout(0.5), Dense(20)")]
    public void Computes_the_same_where_arithmetic_is_checked_by_default(string layers)
    {
        string source = $"using NetDsl;\n[Network, {layers}]\npublic sealed partial class Net;";
        float[][] results = [.. new[] { false, true }.Select(isChecked =>
        {
            CompiledNetwork network = GeneratorHarness.Run(source, new HarnessOptions { Checked = isChecked, WarningsAsErrors = true }).Load().Network("Net");
            float[] input = [.. Enumerable.Range(0, 3 * network.InputLength).Select(i => MathF.Sin(i))];
            using TrainingPass pass = network.CreateTrainingPass(3);
            float[] output = pass.Forward(input).ToArray();
            pass.Backward(output);
            return (float[])[.. network.Predict(input), .. output, .. pass.InputGradient];
        })];
        Assert.Equal(results[0], results[1]);
    }

    /// <summary>Where a class may stand and what may stand beside it, with the number of networks.</summary>
    public static TheoryData<string, int, string> Places => new()
    {
        { "one name in different namespaces", 3, "namespace First { [Network, Input(6), Dense(3)] sealed partial class Twin; } namespace Second { [Network, Input(6), Dense(4)] partial class Twin; } [Network, Input(6), Dense(5)] partial class Twin;" },
        { "names that differ in case", 2, "namespace Cases; [Network, Input(6), Dense(4)] partial class Twin; [Network, Input(6), Dense(5)] partial class TWIN;" },
        { "a name in lower case", 2, "#pragma warning disable CS8981\n[Network, Input(6), Dense(4)] partial class twin; partial class outer { [Network, Input(6), Dense(4)] partial class Inner; }" },
        { "nested parts", 2, "partial class Outer<T> { partial record struct Middle { private partial interface IInner { [Network, Input(6), Dense(3), Tanh] sealed partial class Net; } } } partial class Outer<T, U> { [Network, Input(6), Dense(3)] internal partial class Net; }" },
        { "a namespace of a file", 1, "namespace Some.Where; [Network, Input(6), Dense(3)] partial class Net;" },
        { "the global namespace", 1, "[Network, Input(6), Dense(3)] partial class Net;" },
        { "internal", 1, "[Network, Input(6), Dense(3)] internal sealed partial class Net;" },
        { "keywords", 2, "namespace @namespace.@event; partial class @struct { [Network, Input(6), Dense(3, Name = \"add\"), Tanh] partial class @for; } [Network, Input(6), Dense(3, Name = \"if\")] partial class @class;" },
        { "a namespace called as ours", 2, "namespace My.NetDsl { [Network, Input(6), Dense(3)] partial class Net; class Network; class Runtime; } namespace My { [Network, Input(6), Dense(3)] partial class Net; class Other; }" },
        { "neighbours called as what the text uses", 1, "namespace Near; [Network, Input(5, 5, 1), Conv2d(3, 3, 2), Dense(3), SoftmaxCrossEntropy] partial class Net { const int Math = 1; class Span; class Worker; } class System; class Span; class Vector512; class MathF; class Worker; class LanePass; class CellLayout; class LossKind; class InferenceEngine; class NetworkFile; class Initializer; class NetImplementation;" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Compiles_wherever_the_class_stands(string place, int networks, string source)
    {
        foreach (bool strict in new[] { true, false })
        {
            var options = new HarnessOptions
            {
                LanguageVersion = strict ? LanguageVersion.CSharp12 : LanguageVersion.Latest,
                Nullable = strict ? NullableContextOptions.Disable : NullableContextOptions.Enable,
                WarningsAsErrors = true,
                Checked = strict,
                ImplicitUsings = !strict,
                Culture = strict ? HarnessOptions.ForeignCulture : null,
            };
            GeneratorRun run = GeneratorHarness.Run("using NetDsl;\n" + source, options);
            Assert.Empty(run.GeneratorDiagnostics);
            Assert.True(run.CompilerDiagnostics.Count == 0, $"{place}:\n{string.Join("\n", run.CompilerDiagnostics)}");
            Assert.Equal(networks, run.Sources.Count(source => source.Text.Contains("INetwork<", StringComparison.Ordinal)));
        }
    }

    /// <summary>The compiler rejects the class beside the namespace, but the generator must not fall over them.</summary>
    [Fact]
    public void A_class_and_a_namespace_of_one_name_give_two_files()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            using NetDsl;
            namespace A.B { [Network, Input(6), Dense(3)] partial class C; }
            namespace A { partial class B { [Network, Input(6), Dense(3)] partial class C; } }
            """);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Equal(2, run.Sources.Count(source => source.Text.Contains("INetwork<", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_network_with_an_error_compiles_too_and_says_so_when_used()
    {
        GeneratorRun run = GeneratorHarness.Run(PipelineSource.Faulty + "\npublic static class User { public const long Count = Faulty.ParameterCount; public static Faulty Make() => new(1); }");
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("9x9", Assert.ThrowsAny<Exception>(() => run.Load().Network("Faulty")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_declaration_gives_the_same_bytes_in_any_culture_and_order()
    {
        IReadOnlyList<(string, string)> expected = Sorted(GeneratorHarness.Run(Everything));
        Assert.Equal(expected, Sorted(GeneratorHarness.Run(Everything)));
        Assert.Equal(expected, Sorted(GeneratorHarness.Run(Everything, HarnessOptions.Default with { Culture = HarnessOptions.ForeignCulture })));
        Assert.Equal(
            Sorted(GeneratorHarness.Run($"{PipelineSource.First}\n{PipelineSource.Second.Replace("using NetDsl;", "", StringComparison.Ordinal)}")),
            Sorted(GeneratorHarness.Run($"{PipelineSource.Second}\n{PipelineSource.First.Replace("using NetDsl;", "", StringComparison.Ordinal)}")));
    }

    [Fact]
    public void Text_has_unix_line_ends_no_tabs_and_no_trailing_blanks()
    {
        foreach ((string hint, string text) in GeneratorHarness.Run(Everything).Sources)
        {
            Assert.StartsWith("// <auto-generated", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
            Assert.True(text.EndsWith('\n'), hint);
        }
    }

    private static IReadOnlyList<(string HintName, string Text)> Sorted(GeneratorRun run) =>
        [.. run.Sources.OrderBy(source => source.HintName, StringComparer.Ordinal)];
}
