namespace NetDsl.Generator.Model;

/// <summary>A fault that keeps a network from being generated.</summary>
/// <param name="Id">The diagnostic's id, such as <c>NDSL1001</c>; empty where the compiler itself reports the fault.</param>
/// <param name="Attribute">Index of the attribute at fault among the class's own; -1 for the class's identifier.</param>
/// <param name="Argument">The constructor parameter or property at fault; null for the whole attribute.</param>
/// <param name="Message">One line: the thing, its value, and what would be right.</param>
internal sealed record Problem(string Id, int Attribute, string? Argument, string Message)
{
    /// <summary>Half-typed code: a stub is due, but a diagnostic of ours would say the same twice.</summary>
    public bool IsCompilerError => Id.Length == 0;

    public static Problem CompilerError(int attribute) => new("", attribute, null, "The declaration has compiler errors.");
}
