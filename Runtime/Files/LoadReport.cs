using NetDsl.Runtime;

namespace NetDsl;

/// <summary>What <see cref="ParameterSet.LoadMatching"/> took from a file, by names of parameters.</summary>
/// <param name="Loaded">Parameters that have the file's values now.</param>
/// <param name="Different">Parameters that the file has with another shape or type of value, and how; they stay as they were.</param>
/// <param name="Missing">Parameters that the file does not have; they stay as they were.</param>
/// <param name="Unused">Tensors of the file that the network does not have.</param>
public sealed record LoadReport(
    IReadOnlyList<string> Loaded, IReadOnlyList<string> Different, IReadOnlyList<string> Missing, IReadOnlyList<string> Unused)
{
    /// <summary>All of it on one line; long lists are cut.</summary>
    public override string ToString() =>
        $"{Loaded.Count} loaded{Part(Different, "differ")}{Part(Missing, "not in the file")}{Part(Unused, "of the file not used")}";

    private static string Part(IReadOnlyList<string> names, string what) =>
        names.Count == 0 ? "" : $"; {names.Count} {what}: {NamePattern.List(names)}";
}
