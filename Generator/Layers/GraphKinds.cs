namespace NetDsl.Generator.Layers;

/// <summary>Attributes that say how values flow, and that the wiring of a network knows rather than the layer registry.</summary>
internal static class GraphKinds
{
    public const string Branch = "Branch";
    public const string Add = "Add";
    public const string Concat = "Concat";
    public const string Output = "Output";
    public const string Shortcut = "Shortcut";

    public static IReadOnlyList<string> All { get; } = [Add, Branch, Concat, Output, Shortcut];
}
