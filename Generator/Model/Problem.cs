namespace NetDsl.Generator.Model;

/// <summary>A fault that keeps a network from being generated.</summary>
/// <param name="Id">The diagnostic's id, such as <c>NDSL1001</c>.</param>
/// <param name="Attribute">Index of the attribute at fault among the class's own; -1 for the class's identifier.</param>
/// <param name="Argument">The constructor parameter or property at fault; null for the whole attribute.</param>
/// <param name="Message">One line: the thing, its value, and what would be right.</param>
internal sealed record Problem(string Id, int Attribute, string? Argument, string Message);
