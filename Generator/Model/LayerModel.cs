namespace NetDsl.Generator.Model;

/// <summary>One layer as declared, before its shape is known.</summary>
/// <param name="Kind">The attribute's name without "Attribute", such as <c>Conv2d</c>: the key of the layer registry.</param>
/// <param name="Name">The given name, or kind and position.</param>
/// <param name="Arguments">What the attribute says, by constructor parameter and property name; absent ones keep their defaults.</param>
/// <param name="Attribute">Index of the attribute among the class's own, for placing problems.</param>
internal sealed record LayerModel(string Kind, string Name, EquatableArray<ArgumentModel> Arguments, int Attribute)
{
    /// <summary>Whether the compiler understood the attribute and all its arguments.</summary>
    public bool IsFinished => Kind.Length > 0 && Arguments.All(argument => argument.Value is not null);

    /// <summary>An attribute that the compiler does not know and that may be a layer half typed.</summary>
    public static LayerModel Unknown(int attribute) => new("", "", EquatableArray<ArgumentModel>.Empty, attribute);
}
