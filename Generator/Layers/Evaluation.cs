namespace NetDsl.Generator.Layers;

/// <summary>What a constant expression gives: a long, double or bool, or why it gives none.</summary>
internal readonly record struct Evaluation(object? Value, string? Error)
{
    public static Evaluation Of(object value) => new(value, null);

    public static Evaluation Failed(string error) => new(null, error);
}
