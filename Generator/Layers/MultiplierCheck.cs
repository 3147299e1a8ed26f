using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>The number of filters that a depthwise convolution gives every channel.</summary>
internal static class MultiplierCheck
{
    public static int Read(LayerArguments arguments, Shape input)
    {
        int multiplier = arguments.Positive("Multiplier");
        if ((long)input.Channels * multiplier > int.MaxValue)
        {
            arguments.Mismatch(
                RuleIds.TooManyElements, "Multiplier",
                $"{arguments.Kind}: {SizeCheck.TooMany(Invariant($"one cell of {input.Channels} x {multiplier} channels"))}");
        }

        return multiplier;
    }
}
