using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>
/// A convolution (cross-correlation) over height and width, kernel layout height x width x in/groups x out; on a sequence over
/// its length alone, length x in/groups x out.
/// </summary>
internal record Convolution(
    Shape Input, Shape Output, Axis Height, Axis Width, int Groups, bool Bias,
    Initializer Init, double InitScale, double BiasInit, bool Same) : Operation(Input, Output)
{
    public int InputChannels => Input.Channels / Groups;

    public int Filters => Output.Channels;

    /// <summary>Which input maps every filter sees; null where it sees all of its group.</summary>
    public ConnectionTable? Connections { get; init; }

    /// <summary>Which part of a layer of several convolutions, such as <c>depthwise</c>; empty for a layer of its own.</summary>
    public string Part { get; init; } = "";

    /// <summary>The name of the weights within the layer.</summary>
    public string WeightName => Part.Length == 0 ? "weight" : "weight_" + Part;

    /// <summary>The dimensions that the kernel moves over, outermost first.</summary>
    protected Axis[] Axes => Input.Rank == 1 ? [Width] : [Height, Width];

    protected int Area => Height.Kernel * Width.Kernel;

    public override EquatableArray<ParameterModel> Parameters => KernelParameters.Of(
        new ParameterModel(
            WeightName, Axes.Select(axis => axis.Kernel).Concat([InputChannels, Filters]).ToEquatableArray(),
            Init, InitScale, FanIn: Area * InputChannels, FanOut: Area * (Filters / Groups)).Connect(Connections),
        Bias ? Filters : 0, BiasInit);

    public override long Multiplies => (long)Height.Out * Width.Out * Area * (Connections?.Count ?? (long)InputChannels * Filters);

    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description =>
        $"{Describe.Kernel(Axes)}, {Filters} filters{Describe.Window(Axes, Same, defaultStride: 1)}" + (Groups > 1 ? $", {Groups} groups" : "")
        + (Connections is null ? "" : $", {Connections.Count} connections");
}

/// <summary>A maximum or a mean over windows; padded cells never count.</summary>
internal sealed record Pooling(Shape Input, Shape Output, Axis Height, Axis Width, bool Maximum, bool Same) : Operation(Input, Output)
{
    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description =>
        $"{(Maximum ? "maximum" : "mean")} of {Describe.Kernel(Axes)}{Describe.Window(Axes, Same, defaultStride: 0)}";

    private Axis[] Axes => Input.Rank == 1 ? [Width] : [Height, Width];
}

/// <summary>The mean or the maximum of every channel over all cells.</summary>
internal sealed record GlobalPooling(Shape Input, Shape Output, bool Maximum) : Operation(Input, Output)
{
    public override string Description => $"{(Maximum ? "maximum" : "mean")} of all {Input.Length / Input.Channels} cells";

    public override (Axis Height, Axis Width)? Window => (
        new Axis(Input.Height, Input.Height, 1, 1, 0, 0, 1),
        new Axis(Input.Width, Input.Width, 1, 1, 0, 0, 1));
}

/// <summary>A matrix product, weights in x out.</summary>
internal sealed record FullyConnected(
    Shape Input, Shape Output, bool Bias, Initializer Init, double InitScale, double BiasInit) : Operation(Input, Output)
{
    public override EquatableArray<ParameterModel> Parameters => KernelParameters.Of(
        new ParameterModel(
            "weight", new[] { (int)Input.Length, Output.Channels }.ToEquatableArray(),
            Init, InitScale, FanIn: (int)Input.Length, FanOut: Output.Channels),
        Bias ? Output.Channels : 0, BiasInit);

    public override long Multiplies => Input.Length * Output.Channels;

    public override (Axis Height, Axis Width)? Window => Input.Rank == 0 ? null : (
        new Axis(Input.Height, Input.Height, 1, 1, 0, 0, 1),
        new Axis(Input.Width, Input.Width, 1, 1, 0, 0, 1));

    public override string Description => $"{Input.Length} -> {Output.Channels}";
}

/// <summary>The same values seen as a vector, in row-major order with channels last.</summary>
internal sealed record Flattening(Shape Input, Shape Output) : Operation(Input, Output)
{
    public override string Description => "";
}

/// <summary>A function of every value by itself; the layer of that kind in the registry knows the formulas.</summary>
/// <param name="Input">Shape of both sides.</param>
/// <param name="Kind">The layer's kind, such as <c>Relu</c>.</param>
/// <param name="Alpha">The function's one number, such as the slope of a leaky ReLU; 0 where it has none.</param>
/// <param name="Form">Which of the kind's formulas, such as <c>Tanh</c> for an approximate Gelu; empty for the usual one.</param>
internal sealed record Activation(Shape Input, string Kind, double Alpha, string Form = "") : Operation(Input, Input)
{
    public override string Description => Form.Length > 0 ? $"{Form} form" : Alpha == 0 ? "" : Describe.Number(Alpha);
}

/// <summary>Values become a distribution over the channels of each cell.</summary>
/// <param name="Input">Shape of both sides.</param>
/// <param name="Logarithm">The logarithms of the distribution instead of itself.</param>
internal sealed record SoftmaxFunction(Shape Input, bool Logarithm = false) : Operation(Input, Input)
{
    public override string Description => $"over {Input.Channels} channels";
}

/// <summary>Zeros a share of the values in training and enlarges the others, so that the mean stays (Srivastava et al. 2014).</summary>
internal sealed record Dropping(Shape Input, double Rate) : Operation(Input, Input)
{
    public override string Description => $"rate {Describe.Number(Rate)}, training only";
}

/// <summary>The sum of several values of one shape (He et al. 2015).</summary>
internal sealed record Addition(Shape Input, int Count) : Operation(Input, Input)
{
    public override string Description => $"sum of {Count}";
}

/// <summary>Values side by side in the channels; everything but the channels agrees.</summary>
internal sealed record Concatenation(EquatableArray<Shape> Inputs, Shape Output) : Operation(Inputs[0], Output)
{
    public override string Description => $"channels {string.Join(" + ", Inputs.Select(input => input.Channels))}";
}

/// <summary>The loss at the end of the network.</summary>
/// <param name="Input">What enters the loss.</param>
/// <param name="Kind">The layer's kind, such as <c>SoftmaxCrossEntropy</c>.</param>
/// <param name="RubbishPenalty">The constant of <c>MaximumAPosteriori</c>.</param>
internal sealed record Loss(Shape Input, string Kind, double RubbishPenalty = 0) : Operation(Input, Input)
{
    /// <summary>Whether the smaller of two outputs is the more probable, as with distances.</summary>
    public bool SmallerIsLikelier => Kind == "MaximumAPosteriori";

    public override string Description => Kind switch
    {
        "SoftmaxCrossEntropy" => "softmax, cross-entropy",
        "MeanSquaredError" => "mean squared error",
        _ => $"maximum a posteriori, rubbish at {Describe.Number(RubbishPenalty)}",
    };
}
