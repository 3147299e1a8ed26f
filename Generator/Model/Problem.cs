namespace NetDsl.Generator.Model;

/// <summary>A fault of a network; most keep it from being generated.</summary>
/// <param name="Id">The diagnostic's id, such as <c>NDSL1001</c>; empty where the compiler itself reports the fault.</param>
/// <param name="Attribute">Index of the attribute at fault among the class's own; -1 for the class's identifier.</param>
/// <param name="Argument">
/// The constructor parameter or property at fault, or several of which the first that is written counts, with <see cref="Or"/>
/// between them; null for the whole attribute.
/// </param>
/// <param name="Message">One line: the thing, its value, and what would be right.</param>
/// <param name="Origin">The place in a block's declaration where the fault lies, whatever the network says.</param>
/// <param name="Shown">The layer of a block in which a fault of the network shows.</param>
internal sealed record Problem(
    string Id, int Attribute, string? Argument, string Message, BlockPlace? Origin = null, BlockPlace? Shown = null)
{
    /// <summary>Changes that mend it, the best first.</summary>
    public EquatableArray<Remedy> Remedies { get; init; }

    /// <summary>Stands between the names of arguments of which one is at fault.</summary>
    public const char Or = '|';

    /// <summary>Half-typed code: a stub is due, but a diagnostic of ours would say the same twice.</summary>
    public bool IsCompilerError => Id.Length == 0;

    public Problem Mended(params Remedy[] by) => this with { Remedies = by.ToEquatableArray() };

    public static Problem CompilerError(int attribute) => new("", attribute, null, "The declaration has compiler errors.");
}

/// <summary>An attribute of a block's declaration.</summary>
/// <param name="Constructor">The documentation id of the constructor that it stands on.</param>
/// <param name="Attribute">Its index among the constructor's own.</param>
/// <param name="Argument">The constructor parameter or property; null for the whole attribute.</param>
internal sealed record BlockPlace(string Constructor, int Attribute, string? Argument);
