using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>How many cells of the input one value of a layer's output depends on, borders aside (Araujo, Norris and Sim 2019).</summary>
internal static class ReceptiveField
{
    public static IReadOnlyDictionary<int, (long Height, long Width)> Of(EquatableArray<ShapedLayer> layers)
    {
        var fields = new Dictionary<int, (long Height, long Width)>();
        var jumps = new Dictionary<int, (long Height, long Width)>();
        for (int i = 0; i < layers.Count; i++)
        {
            (long Height, long Width) field = (1, 1), jump = (1, 1);
            foreach (int source in layers[i].Sources.Where(source => source >= 0))
            {
                field = (Math.Max(field.Height, fields[source].Height), Math.Max(field.Width, fields[source].Width));
                jump = (Math.Max(jump.Height, jumps[source].Height), Math.Max(jump.Width, jumps[source].Width));
            }

            if (layers[i].Operation.Window is var (height, width))
            {
                field = (field.Height + ((height.EffectiveKernel - 1L) * jump.Height), field.Width + ((width.EffectiveKernel - 1L) * jump.Width));
                jump = (jump.Height * height.Stride, jump.Width * width.Stride);
            }

            fields[i] = field;
            jumps[i] = jump;
        }

        return fields;
    }
}
