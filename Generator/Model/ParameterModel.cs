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
/// <param name="Trainable">False for statistics without a gradient.</param>
internal sealed record ParameterModel(
    string Name,
    EquatableArray<int> Shape,
    Initializer Initializer,
    double Scale,
    int FanIn,
    int FanOut,
    double Constant = 0,
    bool Trainable = true)
{
    public long Length => Shape.Aggregate(1L, (product, dimension) => product * dimension);
}
