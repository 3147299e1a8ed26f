using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>A tensor that a layer learns, in canonical layout.</summary>
/// <param name="Name">Its name within the layer, such as <c>weight</c>.</param>
/// <param name="Shape">Dimensions, outermost first.</param>
/// <param name="Initializer">The distribution of the first values.</param>
/// <param name="Scale">Factor on the distribution's width; for a plain normal distribution its standard deviation.</param>
/// <param name="FanIn">Inputs that one output sums over.</param>
/// <param name="FanOut">Outputs that one input reaches.</param>
/// <param name="Constant">Added to every value; with zeros the value itself.</param>
/// <param name="Trainable">False for values without a gradient.</param>
/// <param name="Connections">The input maps that every filter sees; the other weights are zero for good.</param>
/// <param name="Signs">The first values themselves, one character each, '+' for 1 and '-' for -1; empty where they are drawn.</param>
internal sealed record ParameterModel(
    string Name,
    EquatableArray<int> Shape,
    Initializer Initializer,
    double Scale,
    int FanIn,
    int FanOut,
    double Constant = 0,
    bool Trainable = true,
    ConnectionTable? Connections = null,
    string Signs = "")
{
    /// <summary>Whether a forward pass changes it, as moving averages are.</summary>
    public bool IsStatistic => !Trainable && Signs.Length == 0;

    public long Length => Shape.Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>Number of values that can differ from zero.</summary>
    public long Count => Connections is null ? Length : Length / Connections.Inputs / Connections.Filters * Connections.Count;

    /// <summary>
    /// The same weights with a table, if there is one. Filters see different numbers of maps but start from one distribution, that
    /// of the mean number.
    /// </summary>
    public ParameterModel Connect(ConnectionTable? table) => table is null ? this : this with
    {
        Connections = table,
        FanIn = Math.Max(1, (int)Math.Round(FanIn * table.InputsOfFilter / table.Inputs)),
        FanOut = Math.Max(1, (int)Math.Round(FanOut * table.FiltersOfInput / table.Filters)),
    };
}
