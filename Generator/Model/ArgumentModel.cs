namespace NetDsl.Generator.Model;

/// <summary>One argument of an attribute as the user wrote it.</summary>
/// <param name="Name">The constructor parameter's or property's name; <c>labels[2]</c> for one of several texts.</param>
/// <param name="Value">A long, double, bool, string or enum value; null where the code is not finished or has no such value.</param>
/// <param name="Rejected">What was written instead, where the compiler takes it and a layer cannot.</param>
internal sealed record ArgumentModel(string Name, object? Value, string? Rejected = null);
