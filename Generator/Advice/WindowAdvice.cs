using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Advice;

/// <summary>Windows that leave cells out, pad unevenly, or hang over the edge.</summary>
internal static class WindowAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            LayerSite site = network.Sites[layer];
            if (!site.IsStandIn && WindowOfLayer.Of(network.Layers[layer]) is { } window)
            {
                bool projection = network.IsProjection(layer);
                Problem?[] found =
                [
                    DilatedStride(site, window),
                    projection ? null : Skipped(site, window),
                    projection ? null : Dropped(site, window),
                    window.IsPool ? Ragged(site, window) : Uneven(site, window),
                ];
                foreach (Problem problem in found.OfType<Problem>())
                {
                    yield return problem;
                }
            }
        }
    }

    private static Problem? Dropped(LayerSite site, WindowOfLayer window)
    {
        if (window.Same || !window.Axes.Any(IsConcerned))
        {
            return null;
        }

        string padding = string.Join(" and ", window.Concerned(IsConcerned).Select(pair => Invariant($"{pair.Names.PadAfter} = {pair.Axis.PadAfter + pair.Axis.Stride - Left(pair.Axis)}")));
        return site.Mismatch(
            RuleIds.DroppedCells, "padding|" + window.StrideArguments(IsConcerned),
            $"{window.Words(window.CanPad ? " Valid" : "")} drops {window.Each(IsConcerned, (axis, names) => WindowOfLayer.Count(Left(axis), names))}; "
            + $"use an input of {window.Sizes(axis => axis.In - Left(axis))} or {window.Sizes(axis => axis.In + (IsConcerned(axis) ? axis.Stride - Left(axis) : 0))}"
            + (window.CanPad ? $", {padding}, or Padding.Same" : "")).Mended(
            [
                .. window.CanPad ? [Remedy.Same(window.Kind)] : Array.Empty<Remedy>(),
                Remedy.Set("Kernel", window.Kind, [.. window.Concerned(IsConcerned).Select(pair => (pair.Names.Kernel, Invariant($"{Fitting(pair.Axis)}")))]),
            ]);

        // The nearest kernel that leaves nothing over: larger by what is left, or smaller by what the stride lacks.
        static long Fitting(Axis axis)
        {
            long more = axis.Kernel + Left(axis), less = axis.Kernel + Left(axis) - axis.Stride;
            return axis.Dilation > 1 || less < 1 || more - axis.Kernel <= axis.Kernel - less ? more : less;
        }

        static bool IsConcerned(Axis axis) => Left(axis) > 0 && axis.Stride <= axis.EffectiveKernel;
        static long Left(Axis axis) => Math.Max(0, (long)axis.In + axis.PadBefore - ((axis.Out - 1L) * axis.Stride) - axis.EffectiveKernel);
    }

    private static Problem? Skipped(LayerSite site, WindowOfLayer window)
    {
        if (!window.Axes.Any(IsConcerned))
        {
            return null;
        }

        string skipped = window.Each(IsConcerned, (axis, names) => Invariant($"{axis.Stride - axis.EffectiveKernel} of every {axis.Stride} {names.Cells}"));
        return site.Doubt(
            RuleIds.SkippedCells, window.StrideArguments(IsConcerned),
            $"{window.Words(window.Same ? " Same" : "")} skips {skipped}; use a stride of at most {window.Sizes(axis => axis.EffectiveKernel)}, or a kernel of at least {window.Sizes(axis => Math.Max(axis.Kernel, ((axis.Stride + axis.Dilation - 2) / axis.Dilation) + 1))}")
            .Mended(Remedy.Set("Stride", window.Kind, [.. Strides(site, window, IsConcerned)]));

        static bool IsConcerned(Axis axis) => axis.Stride > axis.EffectiveKernel && axis.In > axis.EffectiveKernel;
    }

    private static IEnumerable<(string Argument, string Value)> Strides(LayerSite site, WindowOfLayer window, Func<Axis, bool> concerned)
    {
        bool common = site.Layer.Value("Stride") is not null && window.Names.All(names => names.Stride == "Stride" || site.Layer.Value(names.Stride) is null);
        return common
            ? [("Stride", Invariant($"{window.Axes.Min(axis => axis.EffectiveKernel)}"))]
            : window.Concerned(concerned).Select(pair => (pair.Names.Stride, Invariant($"{pair.Axis.EffectiveKernel}")));
    }

    private static Problem? Uneven(LayerSite site, WindowOfLayer window)
    {
        if (!window.Same || !window.Axes.Any(IsConcerned))
        {
            return null;
        }

        int[] pads = [.. window.Axes.Select(axis => axis.PadAfter).Distinct()];
        string remedy = window.Concerned(IsConcerned).Any(pair => pair.Axis.Stride == 1) ? "use an odd kernel"
            : pads.Length == 1 ? Invariant($"use Pad = {pads[0]} instead of Same")
            : $"use {string.Join(", ", window.Concerned(_ => true).Select(pair => Invariant($"{pair.Names.PadBefore} = {pair.Axis.PadAfter}, {pair.Names.PadAfter} = {pair.Axis.PadAfter}")))} instead of Same";
        return site.Mismatch(
            RuleIds.UnevenPadding, "padding|" + window.StrideArguments(IsConcerned),
            $"{window.Words(" Same")} pads {window.Each(IsConcerned, (axis, names) => Invariant($"{WindowOfLayer.Count(axis.PadBefore, names)} {names.Before} and {axis.PadAfter} {names.After} the input"))}; "
            + $"weights from frameworks that pad alike on both sides will not match; {remedy}").Mended(Alike(window));

        static bool IsConcerned(Axis axis) => axis.PadBefore != axis.PadAfter;
    }

    private static Remedy[] Alike(WindowOfLayer window) =>
        window.Axes.Any(axis => axis.PadBefore != axis.PadAfter && axis.Stride == 1) ? []
        : window.Axes.Select(axis => axis.PadAfter).Distinct().Count() == 1
            ? [new Remedy("Alike", Invariant($"Use Pad = {window.Axes[0].PadAfter}"), window.Kind, Invariant($"-padding;Pad={window.Axes[0].PadAfter}"))]
            : [new Remedy("Alike", "Pad alike on both sides", window.Kind, "-padding;" + string.Join(";", window.Concerned(_ => true)
                .Select(pair => Invariant($"{pair.Names.PadBefore}={pair.Axis.PadAfter};{pair.Names.PadAfter}={pair.Axis.PadAfter}"))))];

    private static Problem? Ragged(LayerSite site, WindowOfLayer window)
    {
        if (!window.Same || !window.Axes.Any(IsConcerned))
        {
            return null;
        }

        string real = window.Each(IsConcerned, (axis, names) => Invariant($"{axis.EffectiveKernel - axis.PadAfter} of {axis.EffectiveKernel} {names.Cells}"));
        return site.Mismatch(
            RuleIds.RaggedPool, "padding|" + window.StrideArguments(IsConcerned),
            $"{window.Words(" Same")} has {real} in its last windows; "
            + $"use an input of {window.Sizes(axis => Math.Max(1, axis.In / axis.Stride) * axis.Stride)} or {window.Sizes(axis => (axis.In + axis.Stride - 1) / axis.Stride * axis.Stride)}, or another stride");

        // Windows that overlap and hang over both edges alike are as most frameworks pad.
        static bool IsConcerned(Axis axis) => axis.In % axis.Stride != 0 && axis.PadAfter > 0 && (axis.PadBefore != axis.PadAfter || axis.EffectiveKernel <= axis.Stride);
    }

    private static Problem? DilatedStride(LayerSite site, WindowOfLayer window)
    {
        if (!window.Axes.Any(IsConcerned))
        {
            return null;
        }

        (Axis axis, WindowNames names) = window.Concerned(IsConcerned).First();
        string arguments = string.Join("|", new[] { names.Dilation, "Dilation", names.Stride, "Stride" }.Distinct());
        return site.Doubt(
            RuleIds.DilatedStride, arguments,
            Invariant($"{window.Kind}: a dilation of {axis.Dilation} stands together with a stride of {axis.Stride}, which leaves cells unread and which other frameworks refuse; use one of them alone"));

        static bool IsConcerned(Axis axis) => axis is { Stride: > 1, Dilation: > 1 };
    }
}
