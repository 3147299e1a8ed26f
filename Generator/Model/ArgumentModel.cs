namespace NetDsl.Generator.Model;

/// <summary>
/// One argument of an attribute as the user wrote it: the constructor parameter's or property's name and the value,
/// a long, double, bool, string, or null where the code is not finished. Enum values are longs.
/// </summary>
internal sealed record ArgumentModel(string Name, object? Value);
