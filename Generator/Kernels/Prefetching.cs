namespace NetDsl.Generator.Kernels;

/// <summary>Asks for cache lines before they are needed: those of an output that exceeds the second cache, and of weights that do.</summary>
internal static class Prefetching
{
    /// <summary>Floats in a cache line.</summary>
    public const int LineFloats = 16;

    private const long SecondCacheFloats = 131_072;

    /// <summary>Whether an output is too large to be in a near cache when it is written.</summary>
    public static bool Pays(long floats) => floats > SecondCacheFloats;

    /// <summary>Statements for weights that a later loop reads, which need not crowd the first cache.</summary>
    public static IEnumerable<string> Ahead(string pointer, int lines) =>
        Guarded(Enumerable.Range(0, lines).Select(line => $"Sse.Prefetch1({Text.At(pointer, line * LineFloats)});"));

    /// <summary>Statements for so many cells that lie a distance apart.</summary>
    public static IEnumerable<string> Lines(string pointer, int cells, long pitch, int floats) => Guarded(
        from cell in Enumerable.Range(0, cells)
        from at in Offsets(floats)
        select $"Sse.Prefetch0({Text.At(pointer, (cell * pitch) + at)});");

    /// <summary>Statements for so many floats behind each pointer.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> pointers, int floats) => Guarded(
        from pointer in pointers
        from at in Offsets(floats)
        select $"Sse.Prefetch0({Text.At(pointer, at)});");

    // A caller's memory may begin anywhere in a line, so that the last float may lie in one more.
    private static IEnumerable<int> Offsets(int floats) => Enumerable.Range(0, Text.Tiles(floats, LineFloats)).Select(line => line * LineFloats).Append(floats - 1);

    // Written in place: behind some hundred calls in a method the JIT compiler no longer inlines a helper.
    private static IEnumerable<string> Guarded(IEnumerable<string> hints) => ["if (Sse.IsSupported)", "{", .. Text.Flow(hints).Select(line => "    " + line), "}"];
}
