using Microsoft.CodeAnalysis;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>Whatever is wrong with a graph, the generator ends, and its user's other code still compiles.</summary>
public sealed class FaultyGraphTests
{
    private const string Blocks = """
        [method: Relu, Endless] public sealed class EndlessAttribute() : BlockAttribute;
        [method: Relu, There] public sealed class HereAttribute() : BlockAttribute;
        [method: Here(Repeat = 2), Here] public sealed class ThereAttribute() : BlockAttribute;
        [method: Relu] public sealed class UnitAttribute() : BlockAttribute;
        """;

    [Theory]
    [InlineData("Endless", "Endless contains itself")]
    [InlineData("Here", "Here contains itself by way of There")]
    [InlineData("Unit(Repeat = 1000000000)", "more than 4096 layers")]
    [InlineData("Branch, Unit", "Branch is still open at the end of the network")]
    [InlineData("Unit, Branch, Conv2d(3, 3, 3), Branch, Add", "Add needs equal shapes")]
    [InlineData("Unit, Add(\"Lost\")", "Add: no layer is called Lost")]
    [InlineData("Unit, Relu(From = \"Unit1.Lost\")", "Relu: no layer is called Unit1.Lost")]
    public void Becomes_a_stub_that_says_so(string layers, string message)
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            using NetDsl;
            [Network, Input(8, 8, 3), {{layers}}]
            public sealed partial class Net;
            {{Blocks}}
            public static class User
            {
                public static float[] Use(float[] input) => new Net(seed: 1).Predict(input);
            }
            """);
        (string _, string text) = Assert.Single(run.Sources);
        Assert.Contains("cannot be generated", text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.True(text.Length < 1_000_000, $"{text.Length:N0} characters");
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
