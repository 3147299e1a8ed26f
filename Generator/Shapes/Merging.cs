using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Joins values to one.</summary>
internal static class Merging
{
    /// <summary>The sum or the concatenation; null with a problem where the shapes differ, or where one is not known.</summary>
    public static Operation? Of(LayerSite site, IReadOnlyList<GraphValue> values, ProblemLog problems)
    {
        if (values.Any(value => !value.IsKnown))
        {
            return null;
        }

        bool sum = site.Layer.Kind == GraphKinds.Add;
        foreach (GraphValue other in values.Skip(1))
        {
            if (sum ? other.Shape != values[0].Shape : other.Shape with { Channels = 0 } != values[0].Shape with { Channels = 0 })
            {
                string need = sum ? "equal shapes" : "shapes that are equal but for the channels";
                problems.Add(site.Mismatch(RuleIds.ShapesDiffer, null, $"{site.Layer.Kind} needs {need}, but joins {values[0]}, and {other}").Mended([.. sum && values.Count == 2 ? Projected(values[0].Shape, other.Shape) : []]));
                return null;
            }
        }

        return sum ? new Addition(values[0].Shape, values.Count) : Concatenate(site, values, problems);
    }

    // The smaller of two images is what the layers of a residual block made; a shortcut takes the other there.
    private static IEnumerable<Remedy> Projected(Shape first, Shape second)
    {
        (Shape made, Shape given) = first.Height < second.Height ? (first, second) : (second, first);
        int stride = made.Height == 0 ? 1 : (int)Math.Max(1, ((long)given.Height + made.Height - 1) / made.Height);
        bool fits = made.Rank == 2 && given.Rank == 2
            && (given.Height + stride - 1L) / stride == made.Height && (given.Width + stride - 1L) / stride == made.Width;
        return fits ? [new Remedy("Shortcut", "Add a projection to the shortcut", GraphKinds.Add, FormattableString.Invariant($"{Remedy.Shortcut};{first.Channels};{second.Channels};{stride}"))] : [];
    }

    private static Concatenation? Concatenate(LayerSite site, IReadOnlyList<GraphValue> values, ProblemLog problems)
    {
        long channels = values.Sum(value => (long)value.Shape.Channels);
        Shape output = values[0].Shape with { Channels = (int)Math.Min(channels, int.MaxValue) };
        if (channels > int.MaxValue || !SizeCheck.Fits(output))
        {
            problems.Add(site.Mismatch(RuleIds.TooManyElements, null, $"{site.Layer.Kind}: {SizeCheck.TooMany("the output")}"));
            return null;
        }

        return new Concatenation(values.Select(value => value.Shape).ToEquatableArray(), output);
    }
}
