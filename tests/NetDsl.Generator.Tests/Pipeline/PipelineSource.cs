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

    /// <summary>A network whose block stands in another file.</summary>
    public const string Residual = """
        using NetDsl;
        [Network]
        [Input(8, 8, 3)]
        [Conv2d(1, 1, 4), Unit(4, Repeat = 2), Unit(6, Name = "tail"), Dense(3)]
        public sealed partial class Residual;
        """;

    public const string Block = """
        using NetDsl;
        public sealed class UnitAttribute : BlockAttribute
        {
            [Branch, Conv2d(3, 3, nameof(width), Padding.Same), Relu]
            [Branch, Shortcut(nameof(width))]
            [Add]
            public UnitAttribute(int width) { }
        }
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
