namespace NetDsl.Runtime;

/// <summary>What generated code says of a parameter: its name, shape and how it starts.</summary>
/// <param name="Name">Layer path and tensor name.</param>
/// <param name="Shape">Dimensions, outermost first.</param>
/// <param name="Initializer">The distribution of the first values.</param>
/// <param name="Scale">Factor on the distribution's width; for <see cref="Initializer.Normal"/> the standard deviation.</param>
/// <param name="FanIn">Inputs that one output sums over.</param>
/// <param name="FanOut">Outputs that one input reaches.</param>
/// <param name="Constant">Added to every value; with <see cref="Initializer.Zeros"/> the value itself.</param>
/// <param name="Trainable">False for values without a gradient.</param>
/// <param name="Connections">
/// For a kernel ... x in x out that connects only some inputs with some outputs: a row for every input, joined by semicolons, and in
/// it a character for every output, X for a connection. The other values are zero whatever is written to them.
/// </param>
/// <param name="Signs">The first values themselves, one character each, '+' for 1 and '-' for -1; null where the initialiser gives them.</param>
public sealed record ParameterSpec(
    string Name,
    int[] Shape,
    Initializer Initializer,
    double Scale,
    int FanIn,
    int FanOut,
    double Constant = 0,
    bool Trainable = true,
    string? Connections = null,
    string? Signs = null)
{
    /// <summary>Number of floats.</summary>
    public int Length { get; } = Shape.Aggregate(1, (product, dimension) => checked(product * dimension));
}
