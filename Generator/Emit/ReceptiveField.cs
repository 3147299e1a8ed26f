using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>How many cells of the input one value of a layer's output depends on, borders aside (Araujo, Norris and Sim 2019).</summary>
internal static class ReceptiveField
{
    public static IReadOnlyDictionary<int, (long Height, long Width)> Of(EquatableArray<ShapedLayer> layers)
    {
        var fields = new Dictionary<int, (long Height, long Width)>();
        var jumps = new Dictionary<int, (double Height, double Width)>();
        for (int i = 0; i < layers.Count; i++)
        {
            (long Height, long Width) field = (1, 1);
            (double Height, double Width) jump = (0, 0);
            foreach (int source in layers[i].Sources)
            {
                ((long, long) from, (double Height, double Width) step) = source < 0 ? ((1, 1), (1, 1)) : (fields[source], jumps[source]);
                field = (Math.Max(field.Height, from.Item1), Math.Max(field.Width, from.Item2));
                jump = (Math.Max(jump.Height, step.Height), Math.Max(jump.Width, step.Width));
            }

            if (layers[i].Operation.Window is var (height, width))
            {
                bool transposed = layers[i].Operation.Transposed;
                field = (field.Height + Growth(height, jump.Height, transposed), field.Width + Growth(width, jump.Width, transposed));
                jump = transposed
                    ? (jump.Height / height.Stride, jump.Width / width.Stride)
                    : (jump.Height * height.Stride, jump.Width * width.Stride);
            }

            fields[i] = field;
            jumps[i] = jump;
        }

        return fields;
    }

    // Under a transposed kernel a cell sees every stride-th tap.
    private static long Growth(Axis axis, double jump, bool transposed)
    {
        long cells = transposed ? (axis.EffectiveKernel + axis.Stride - 1) / axis.Stride : axis.EffectiveKernel;
        return (long)Math.Ceiling((cells - 1) * jump);
    }
}
