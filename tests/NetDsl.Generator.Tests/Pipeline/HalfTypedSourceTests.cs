using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>While a user types, the source is broken most of the time; the generator survives every prefix of it.</summary>
public sealed class HalfTypedSourceTests
{
    [Fact]
    public void No_prefix_of_a_declaration_crashes_the_generator()
    {
        const string Source = """
            using NetDsl;
            [Network(Training = true), Input(8, 8, 3)]
            [Conv2d(3, 3, 8, Padding.Same, Stride = 2, Name = "C1"), Relu]
            [MaxPool2d(2, 2), Dropout(0.5), Dense(10), SoftmaxCrossEntropy]
            public sealed partial class Typed { }
            """;
        for (int length = 0; length <= Source.Length; length += 3)
        {
            GeneratorRun run = GeneratorHarness.Run(Source[..length]);
            Assert.Empty(run.GeneratorDiagnostics);
        }
    }

    [Fact]
    public void No_missing_character_crashes_the_generator()
    {
        for (int gap = 0; gap < PipelineSource.First.Length; gap += 2)
        {
            GeneratorRun run = GeneratorHarness.Run(PipelineSource.First.Remove(gap, 1));
            Assert.Empty(run.GeneratorDiagnostics);
        }
    }
}
