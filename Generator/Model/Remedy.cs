namespace NetDsl.Generator.Model;

/// <summary>A change of an attribute that mends a problem, for an editor to offer.</summary>
/// <param name="Key">What kind of change it is, whatever its numbers: equal keys are made together.</param>
/// <param name="Title">What the editor calls it.</param>
/// <param name="Kind">The attribute that it changes, by its name without "Attribute".</param>
/// <param name="Edits">
/// The change, in parts joined by semicolons: <c>name=value</c> sets an argument, <c>-name</c> removes one, a word in angle brackets
/// is one of the constants here.
/// </param>
internal sealed record Remedy(string Key, string Title, string Kind, string Edits)
{
    /// <summary>Removes the attribute.</summary>
    public const string Remove = "<remove>";

    /// <summary>Makes the class and those around it partial.</summary>
    public const string Partial = "<partial>";

    /// <summary>Puts an input before the first layer, or the one that is there.</summary>
    public const string Input = "<input>";

    /// <summary>Puts a shortcut into the empty branch before a sum; behind it filters and strides.</summary>
    public const string Shortcut = "<shortcut>";

    private const string NoPads = "-Pad;-PadFront;-PadBack;-PadTop;-PadBottom;-PadLeft;-PadRight;-CeilMode";

    public static Remedy Same(string kind) => new("Same", "Use Padding.Same", kind, $"padding=Padding.Same;{NoPads}");

    /// <summary>Sets arguments.</summary>
    public static Remedy Set(string key, string kind, params (string Argument, string Value)[] values)
    {
        string edits = string.Join(";", values.Select(value => $"{value.Argument}={value.Value}"));
        return new(key, $"Use {string.Join(", ", values.Select(value => $"{value.Argument} {value.Value}"))}", kind, edits);
    }
}
