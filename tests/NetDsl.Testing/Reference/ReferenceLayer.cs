namespace NetDsl.Testing.Reference;

/// <summary>One layer computed the slow and obvious way, with the attribute that declares it.</summary>
public abstract record ReferenceLayer
{
    /// <summary>The name given in the declaration; null lets kind and position name the layer.</summary>
    public string? Name { get; init; }

    /// <summary>The attribute's name.</summary>
    public abstract string Kind { get; }

    /// <summary>The attribute's arguments without the name, in C#.</summary>
    public virtual IEnumerable<string> Arguments => [];

    /// <summary>The attribute as a user writes it.</summary>
    public string Declaration
    {
        get
        {
            string arguments = string.Join(", ", Name is null ? Arguments : [.. Arguments, $"Name = \"{Name}\""]);
            return arguments.Length == 0 ? Kind : $"{Kind}({arguments})";
        }
    }

    public virtual ReferenceShape Output(ReferenceShape input) => input;

    /// <summary>Names and canonical shapes of the layer's parameters.</summary>
    public virtual IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) => [];

    /// <summary>What training computes.</summary>
    public abstract Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters);

    /// <summary>What prediction computes, where that differs.</summary>
    public virtual Tensor Predict(Tensor input, IReadOnlyList<double[]> parameters) => Forward(input, parameters);

    /// <summary>The nearest value that a parameter may have.</summary>
    public virtual double Admissible(string parameter, double value) => value;

    /// <summary>
    /// The gradient of sum(output * <paramref name="outputGradient"/>) with respect to the input; those of the
    /// parameters are added to <paramref name="gradients"/>.
    /// </summary>
    public abstract Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients);

    /// <summary>
    /// How far the input is from a point where the gradient jumps. Nearer than rounding reaches, two correct
    /// implementations may differ, so tests choose data that keep a distance.
    /// </summary>
    public virtual double KinkDistance(Tensor input) => double.PositiveInfinity;
}
