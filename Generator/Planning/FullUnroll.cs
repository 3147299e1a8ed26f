using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Whether a layer can be written out without loops, and what it would cost.</summary>
internal static class FullUnroll
{
    // Measured: 8 to 18 ms for 1,000 multiply-adds.
    private const int MicrosecondsPerStatement = 13;

    public static bool Fits(CellConv conv) => Level.All.All(level => CellConvFull.Cost(conv, level) <= CellConvFull.LayerLimit);

    /// <summary>The cost at the level with most statements, where it is above the limit; else null.</summary>
    public static (long Statements, long Methods, long JitMilliseconds)? Excess(Convolution convolution)
    {
        var conv = new CellConv(ConvGeometry.Of(convolution), convolution.Width.In, convolution.Width.Out, convolution.Bias, null, Unroll.Full);
        if (Fits(conv))
        {
            return null;
        }

        long statements = Level.All.Max(level => CellConvFull.Cost(conv, level));
        return (statements, (statements + Statements.UnrollLimit - 1) / Statements.UnrollLimit, statements * MicrosecondsPerStatement / 1000);
    }
}
