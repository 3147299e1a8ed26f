using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Whether every tensor of an operation can be indexed with an int.</summary>
internal static class SizeCheck
{
    public static bool Holds(LayerArguments arguments, Operation operation)
    {
        Shape output = operation.Output;
        if (!Fits(output))
        {
            arguments.Mismatch(RuleIds.TooManyElements, null, $"{arguments.Kind}: {TooMany($"the output of {output}")}");
            return false;
        }

        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (!Fits(parameter.Shape))
            {
                string shape = string.Join("x", parameter.Shape.Select(dimension => ConstantExpression.Show(dimension)));
                arguments.Mismatch(RuleIds.TooManyElements, null, $"{arguments.Kind}: {TooMany($"the {parameter.Name} of {shape}")}");
                return false;
            }
        }

        return true;
    }

    public static bool Fits(Shape shape) => Fits([shape.Depth, shape.Height, shape.Width, shape.Channels]);

    public static string TooMany(string tensor) => $"{tensor} has more than 2147483647 values, the most that one tensor holds; use a smaller one";

    private static bool Fits(IEnumerable<int> dimensions)
    {
        long product = 1;
        foreach (int dimension in dimensions)
        {
            product *= dimension;
            if (product > int.MaxValue)
            {
                return false;
            }
        }

        return true;
    }
}
