namespace NetDsl.Generator.Layers;

/// <summary>What a constant expression gives, or why it gives none.</summary>
/// <param name="Value">A long, double, bool, string or enum value.</param>
/// <param name="Error">Why there is no value.</param>
/// <param name="InText">Whether the text itself is at fault, whatever the values of its parameters.</param>
internal readonly record struct Evaluation(object? Value, string? Error, bool InText)
{
    public static Evaluation Of(object value) => new(value, null, false);

    public static Evaluation Failed(string error) => new(null, error, false);

    public static Evaluation Malformed(string error) => new(null, error, true);
}
