using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Advice;

/// <summary>Transposed kernels whose copies overlap in some places more than in others, which shows as a checkerboard (Odena et al. 2016).</summary>
internal static class TransposedAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            if (network.Layers[layer].Operation is TransposedConvolution transposed && Check(network.Sites[layer], transposed) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static Problem? Check(LayerSite site, TransposedConvolution operation)
    {
        int rank = operation.Input.Rank;
        Axis[] axes = [.. new[] { operation.Depth, operation.Height, operation.Width }.Skip(3 - rank)];
        IReadOnlyList<WindowNames> names = WindowNames.Of(rank);
        int first = Array.FindIndex(axes, IsUneven);
        if (first < 0)
        {
            return null;
        }

        string Sizes(Func<Axis, int> size) => string.Join("x", axes.Select(axis => Invariant($"{size(axis)}")));
        string below = Sizes(Below), above = Sizes(Above);
        string remedy = axes.Any(axis => Below(axis) < 1) || below == above ? above : $"{below} or {above}";
        string arguments = string.Join("|", new[] { names[first].Kernel, names[first].Stride, "Stride" }.Distinct());
        return site.Doubt(
            RuleIds.Checkerboard, arguments,
            $"{site.Layer.Kind}: a kernel of {Sizes(axis => axis.Kernel)} is no multiple of the stride {Sizes(axis => axis.Stride)}, so that its copies overlap unevenly and draw a checkerboard; use {remedy}")
            .Mended([Kernel("Kernel", Above), .. axes.All(axis => Below(axis) >= 1) ? [Kernel("SmallerKernel", Below)] : Array.Empty<Remedy>()]);

        Remedy Kernel(string key, Func<Axis, int> size) =>
            Remedy.Set(key, site.Layer.Kind, [.. axes.Zip(names, (axis, name) => (axis, name)).Where(pair => IsUneven(pair.axis)).Select(pair => (pair.name.Kernel, Invariant($"{size(pair.axis)}")))]);
    }

    private static bool IsUneven(Axis axis) => axis.Kernel % axis.Stride != 0;

    private static int Below(Axis axis) => IsUneven(axis) ? axis.Kernel / axis.Stride * axis.Stride : axis.Kernel;

    private static int Above(Axis axis) => IsUneven(axis) ? ((axis.Kernel / axis.Stride) + 1) * axis.Stride : axis.Kernel;
}
