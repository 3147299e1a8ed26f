namespace NetDsl.Generator.Kernels;

/// <summary>Words for the comments of kernels.</summary>
internal static class Words
{
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Text.Literal(count)} {noun}s";
}
