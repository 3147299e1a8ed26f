using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The filters of a Winograd convolution over blocks as points.</summary>
internal static class BlockWinogradPack
{
    private const int Taps = 9;

    /// <summary>Writes <c>Pack</c>; for the gradient the kernel is turned around: taps backwards, channels and filters exchanged.</summary>
    public static void Write(SourceWriter writer, Level level, bool gradient)
    {
        writer.Line();
        writer.Line($"// Transforms the weights between some pairs of blocks of channels and filters{(gradient ? ", taps backwards" : "")}.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Pack(float* kernel, float* packed, in BlockConvolution window, int first, int end)", () =>
        {
            writer.Line("nint pointFloats = (nint)window.Channels * window.Filters;");
            if (gradient)
            {
                writer.Line($"float* turned = stackalloc float[{Taps * Level.CellFloats * Level.CellFloats}];");
            }

            writer.Block("for (int pair = first; pair < end; pair++)", () =>
            {
                writer.Line("int channel = pair / window.OutputBlocks * 16, filter = pair % window.OutputBlocks * 16;");
                if (gradient)
                {
                    writer.Line($"for (int tap = 0; tap < {Taps}; tap++) BlockWeights.Turn(kernel, tap, filter, channel, turned + tap * 256, window.Filters, window.Channels);");
                    writer.Line("nint tapFloats = -256, rowFloats = 16;");
                    writer.Line($"float* taps = turned + {(Taps - 1) * Level.CellFloats * Level.CellFloats};");
                }
                else
                {
                    writer.Line("nint tapFloats = pointFloats, rowFloats = window.Filters;");
                    writer.Line("float* taps = kernel + (nint)channel * window.Filters + filter;");
                }

                writer.Loops([Text.For("row", Level.CellFloats), Text.For("n", Level.CellFloats, level.Lanes)], () => WriteRow(writer));
            });
        });
    }

    private static void WriteRow(SourceWriter writer)
    {
        writer.Line("float* from = taps + row * rowFloats + n, to = packed + ((nint)filter * window.Channels + (channel + row) * 16) + n;");
        for (int column = 0; column < 3; column++)
        {
            int x = column;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, 3).Select(row => $"g{row}{x} = *(V*)({((row * 3) + x == 0 ? "from" : $"from + {(row * 3) + x} * tapFloats")})")));
        }

        for (int column = 0; column < 3; column++)
        {
            int x = column;
            string[] points = WinogradTransform.Filter(BlockWinograd.Side, [.. Enumerable.Range(0, 3).Select(row => $"g{row}{x}")]);
            writer.Lines(Text.Declare("V", points.Select((point, row) => $"t{row}{x} = {point}")));
        }

        for (int row = 0; row < BlockWinograd.Side; row++)
        {
            int y = row;
            string[] points = WinogradTransform.Filter(BlockWinograd.Side, [.. Enumerable.Range(0, 3).Select(column => $"t{y}{column}")]);
            writer.Lines(points.Select(point => $"*(V*)to = {point}; to += pointFloats;"));
        }
    }
}
