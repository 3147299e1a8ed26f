namespace NetDsl.Generator.Kernels;

/// <summary>Words for the comments of kernels.</summary>
internal static class Words
{
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Text.Literal(count)} {noun}s";

    /// <summary>What the choice of a kernel says of what it does to its results: a value that it adds, an activation that it applies.</summary>
    public static string Fused(ActivationSpec? activation, CellView? residual = null) => (residual, activation) switch
    {
        (null, null) => "",
        (null, _) => $"; {activation.Kind} fused",
        (_, null) => "; Add fused",
        _ => $"; Add and {activation.Kind} fused",
    };

    /// <summary>Cells of 16 samples as a level sees them: <c>2 columns (4 vectors of 8 samples)</c>.</summary>
    public static string Cells(Level level, int count, string noun) =>
        $"{Count(count, noun)} ({Count((long)count * level.CellVectors, "vector")} of {level.Lanes} samples)";

    /// <summary>A remark on tiles that step back, where there are any.</summary>
    public static IEnumerable<string> Overhang(params (string What, int Length, int Tile)[] dimensions)
    {
        string[] ragged = [.. dimensions.Where(d => d.Tile < d.Length && d.Length % d.Tile != 0).Select(d => d.What)];
        if (ragged.Length > 0)
        {
            yield return $"The last {string.Join(" and the last ", ragged)} would overhang: it steps back and computes some outputs again, with the same result.";
        }
    }

    /// <summary>How planes stand in training memory.</summary>
    public static string Planes(string pointer, int channels, int height, int width, LaneView view) =>
        $"{pointer}: {Count(channels, "plane")} of {height} x {width} cells, {Text.Literal(view.PlaneFloats)} floats apart; rows {Text.Literal(view.RowFloats)} floats apart.";

    /// <summary>What kernels of training share.</summary>
    public static string Groups => "A cell holds one value of 16 samples; groupFloats is the distance from one group of 16 samples to the next.";

    /// <summary>What kernels share that do not care which of the two a cell holds.</summary>
    public static string Either => "A cell holds one value of 16 samples, or 16 channels of one; groupFloats is the distance from one such group of samples to the next.";

    /// <summary>The same where a cell holds channels.</summary>
    public static string Samples => "A cell holds 16 channels of one sample; groupFloats is the distance from one sample to the next.";

    /// <summary>How gradients stand: planes without a border.</summary>
    public static LaneView Plain(int height, int width) => new(width, height * width);
}
