namespace NetDsl.Testing.Reference;

/// <summary>A tensor that a layer learns, in canonical layout.</summary>
/// <param name="Name">Layer and tensor, such as <c>Conv2d1.weight</c>.</param>
/// <param name="Shape">Dimensions, outermost first.</param>
/// <param name="Layer">Index of its layer.</param>
public sealed record ReferenceParameter(string Name, int[] Shape, int Layer)
{
    public double[] Value { get; } = new double[Product(Shape)];

    public double[] Gradient { get; } = new double[Product(Shape)];

    /// <summary>Inputs that one output sums over, for choosing values that keep activations near one.</summary>
    public int FanIn => Shape.Length == 1 ? 1 : Product(Shape[..^1]);

    private static int Product(int[] shape) => shape.Aggregate(1, (product, dimension) => checked(product * dimension));
}
