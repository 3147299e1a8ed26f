namespace NetDsl.Generator.Emit;

/// <summary>The version that emitted files carry.</summary>
internal static class GeneratorVersion
{
    public static string Text { get; } = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(3);
}
