using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Whether a layer can be written out without loops, and what it would cost. One that cannot falls back to loops.</summary>
internal static class FullUnroll
{
    // Measured: 8 to 18 ms for 1,000 multiply-adds.
    private const int MicrosecondsPerStatement = 13;

    public static CellConv Limit(CellConv conv) =>
        conv.Unroll == Unroll.Full && Statements(level => CellConvFull.Cost(conv, level)) > FullText.LayerLimit ? conv with { Unroll = Unroll.Window } : conv;

    public static CellDense Limit(CellDense dense) =>
        dense.Unroll == Unroll.Full && Statements(level => CellDenseFull.Cost(dense, level)) <= FullText.LayerLimit ? dense : dense with { Unroll = Unroll.Window };

    public static CellPool Limit(CellPool pool) =>
        pool.Unroll == Unroll.Full && Statements(level => CellPoolFull.Cost(pool, level)) <= FullText.LayerLimit ? pool : pool with { Unroll = Unroll.Window };

    /// <summary>The cost of an operation at the level with most statements, where it is above the limit; else null.</summary>
    public static (long Statements, long Methods, long JitMilliseconds)? Excess(Operation operation)
    {
        long statements = operation switch
        {
            Convolution c => Statements(level => CellConvFull.Cost(new CellConv(ConvGeometry.Of(c), c.Width.In, new CellView(c.Width.Out, c.Filters), c.Bias, false, null, null, Unroll.Full), level)),
            FullyConnected d => Statements(level => CellDenseFull.Cost(new CellDense((int)d.Input.Length, d.Output.Channels, d.Bias, null, Unroll.Full), level)),
            Pooling p => Statements(level => CellPoolFull.Cost(new CellPool(p.Maximum, p.Height, p.Width, p.Input.Channels, p.Width.In, new CellView(p.Width.Out, p.Input.Channels), Unroll.Full), level)),
            _ => 0,
        };
        return statements <= FullText.LayerLimit ? null
            : (statements, (statements + Kernels.Statements.UnrollLimit - 1) / Kernels.Statements.UnrollLimit, statements * MicrosecondsPerStatement / 1000);
    }

    private static long Statements(Func<Level, long> cost) => Level.All.Max(cost);
}
