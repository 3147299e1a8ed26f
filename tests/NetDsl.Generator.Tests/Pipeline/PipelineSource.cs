namespace NetDsl.Generator.Tests.Pipeline;

/// <summary>Two networks in files of their own, one of them with two layers of different geometry.</summary>
internal static class PipelineSource
{
    public const string First = """
        using NetDsl;
        [Network]
        [Input(8, 8, 3)]
        [Conv2d(3, 3, 8, Padding.Same), Relu]
        [MaxPool2d(2, 2)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public sealed partial class First;
        """;

    public const string Second = """
        using NetDsl;
        [Network]
        [Input(7, 5, 2)]
        [Conv2d(2, 2, 6), Tanh]
        [Dense(3)]
        public sealed partial class Second;
        """;

    public const string Unrelated = "internal sealed class Unrelated { }";

    /// <summary>A kernel larger than its input.</summary>
    public const string Faulty = """
        using NetDsl;
        [Network]
        [Input(4, 4, 1)]
        [Conv2d(9, 9, 2)]
        public sealed partial class Faulty;
        """;
}
