namespace NetDsl.Generator.Model;

/// <summary>One attribute as declared: a layer, a merge, or the use of a block.</summary>
/// <param name="Kind">The attribute's name without "Attribute", such as <c>Conv2d</c>: the key of the layer registry.</param>
/// <param name="Arguments">What the attribute says, by constructor parameter and property name; absent ones keep their defaults.</param>
/// <param name="Attribute">Index of the attribute among the class's or constructor's own, for placing problems.</param>
/// <param name="Block">Index of the block that it uses, among the network's; -1 for a layer of the DSL.</param>
internal sealed record LayerModel(string Kind, EquatableArray<ArgumentModel> Arguments, int Attribute, int Block = -1)
{
    /// <summary>Whether the compiler understood the attribute and all its arguments.</summary>
    public bool IsFinished => Kind.Length > 0 && Arguments.All(argument => argument.Value is not null);

    public bool IsBlock => Block >= 0;

    /// <summary>An attribute that the compiler does not know and that may be a layer half typed.</summary>
    public static LayerModel Unknown(int attribute) => new("", EquatableArray<ArgumentModel>.Empty, attribute);

    /// <summary>The value of an argument; null where it is absent.</summary>
    public object? Value(string argument)
    {
        foreach (ArgumentModel candidate in Arguments)
        {
            if (candidate.Name == argument)
            {
                return candidate.Value;
            }
        }

        return null;
    }
}
