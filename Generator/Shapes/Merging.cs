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
                problems.Add(site.Mismatch(RuleIds.ShapesDiffer, null, $"{site.Layer.Kind} needs {need}, but joins {values[0]}, and {other}"));
                return null;
            }
        }

        return sum ? new Addition(values[0].Shape, values.Count) : Concatenate(site, values, problems);
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
