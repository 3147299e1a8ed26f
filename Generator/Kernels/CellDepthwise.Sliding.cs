using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// 3x3 windows that move by one cell: sums of three neighbouring columns slide along some rows, so that a cell that is read once serves
// all nine taps. A tile that reads a cell for every tap has as many loads as multiply-adds, and reads that straddle two lines of the
// cache, as those of a caller's memory may, then take twice as long.
internal sealed partial record CellDepthwise
{
    private const int Window = 3;

    // Rows of sums beyond which reading an input row again costs nothing that can be seen.
    private const int MostRows = 3;

    private bool Sliding(Level level) => Plain(Geometry.Height) && Plain(Geometry.Width) && InnerRows.Count >= SlidingRows(level)
        && Geometry.Width.Out > Window && (!Bordered || (Inner.First <= 1 && Inner.First + Inner.Count >= Geometry.Width.Out - 1));

    private static bool Plain(Model.Axis axis) => axis is { Kernel: Window, Stride: 1, Dilation: 1 };

    // Rows whose windows need no test.
    private (int First, int Count) InnerRows => Bordered ? Geometry.Height.Inner : (0, Geometry.Height.Out);

    private int SlidingRows(Level level) => Math.Min(MostRows, level.Accumulators / (Window * Tile(level).Vectors));

    private bool WeightsStay(Level level) => ((Window * Window) + (Window * SlidingRows(level)) + 2) * Tile(level).Vectors < level.Registers;

    private string SlidingParameters => $"float* x, float* packed, float* bias{(Residual is null ? "" : ", float* residual")}, float* y";

    private void WriteSlidingRun(SourceWriter writer, Level level)
    {
        int rows = SlidingRows(level), blocks = Text.Tiles(InnerRows.Count, rows), border = Geometry.Height.Out - InnerRows.Count;
        string arguments = $"x, packed, bias{(Residual is null ? "" : ", residual")}, y";
        string Start(string block) => Text.At(Text.TileStart(block, InnerRows.Count, rows), InnerRows.First);
        writer.Line($"foreach (Share share in worker.Shares({blocks + border}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            if (border == 0)
            {
                writer.Line($"Rows({arguments}, {Start("item")});");
                return;
            }

            writer.Line($"if (item < {blocks})");
            writer.Indented(() => writer.Line($"Rows({arguments}, {Start("item")});"));
            writer.Line("else");
            string apart = $"item - {blocks}";
            string row = InnerRows.First == 0 ? $"{apart} + {InnerRows.Count}" : border == InnerRows.First ? apart : $"item < {blocks + InnerRows.First} ? {apart} : {apart} + {InnerRows.Count}";
            writer.Indented(() => writer.Line($"BorderRow({arguments}, {row});"));
        });
    }

    private void WriteSlidingHelpers(SourceWriter writer, Level level)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"private static void Rows({SlidingParameters}, int row)", () => WriteBlocks(writer, level, n => WriteSlide(writer, level, n)));
        if (InnerRows.Count < Geometry.Height.Out)
        {
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            writer.Method($"private static void BorderRow({SlidingParameters}, int row)", () => WriteRow(writer, level));
        }
    }

    private void WriteSlide(SourceWriter writer, Level level, string n)
    {
        int vectors = Tile(level).Vectors, rows = SlidingRows(level), columns = Geometry.Width.Out, left = Geometry.Width.PadBefore;

        // Steps are named for the output whose middle column they read; the border is left out or stands in memory as zeros.
        int first = Bordered ? left - 1 : -1, last = Bordered ? Geometry.Width.In + left - 2 : columns;
        long row = (long)XRow * Channels;
        writer.Line($"float* q = {Text.At("x", ((first + 1 - left) * (long)Channels) - (Geometry.Height.PadBefore * row), ("row", row), (n, 1))}, k = {Text.At("packed", 0, (n, 1))};");
        writer.Line($"float* target = {Text.At("y", 0, ("row", Y.RowFloats), (n, 1))};");
        if (Residual is { } view)
        {
            writer.Line($"float* addend = {Text.At("residual", 0, ("row", view.RowFloats), (n, 1))};");
        }

        writer.Lines(Text.Declare("V", Enumerable.Range(0, vectors).Select(v => $"b{v} = {(Bias ? Text.Vector("bias", v * level.Lanes, (n, 1)) : "V.Zero")}").Prepend("v")));
        for (int tap = 0; WeightsStay(level) && tap < Window * Window; tap += Window)
        {
            int start = tap;
            writer.Lines(Text.Declare("V", from t in Enumerable.Range(start, Window) from v in Enumerable.Range(0, vectors) select $"w{t}_{v} = {Text.Vector("k", (t * (long)TapPitch) + (v * level.Lanes))}"));
        }

        for (int column = 0; column < Window; column++)
        {
            int c = column;
            writer.Lines(Text.Declare("V", from r in Enumerable.Range(0, rows) from v in Enumerable.Range(0, vectors) select $"s{c}_{r}_{v} = b{v}"));
        }

        int regular = Math.Max(first + 1, 1), trips = Math.Max(0, Math.Min(last, columns - 2) + 1 - regular) / Window;
        void Step(int step, int passed, bool looped = false) => WriteStep(writer, level, step, first, last, passed, looped);
        for (int step = first; step < regular; step++)
        {
            Step(step, 0);
        }

        if (trips > 0)
        {
            string addend = Residual is { } added ? $", addend += {Window * added.CellPitch}" : "";
            writer.Block($"for (int column = {regular}; column < {regular + (trips * Window)}; column += {Window}, q += {Window * Channels}, target += {Window * Y.CellPitch}{addend})", () =>
            {
                for (int step = regular; step < regular + Window; step++)
                {
                    Step(step, 0, looped: true);
                }
            });
        }

        for (int step = regular + (trips * Window); step <= last; step++)
        {
            Step(step, trips * Window);
        }

        for (int column = last; column < columns; column++)
        {
            WriteStores(writer, level, column, trips * Window);
        }
    }

    // Adds a column of cells to the sums of up to three outputs, the first of which is then complete. Passed: columns the pointers moved.
    private void WriteStep(SourceWriter writer, Level level, int step, int first, int last, int passed, bool looped)
    {
        int vectors = Tile(level).Vectors, rows = SlidingRows(level), columns = Geometry.Width.Out;
        (int Output, int Kx)[] taps = [.. Enumerable.Range(-1, Window).Select(next => (Output: step + next, Kx: 1 - next)).Where(tap => tap.Output >= 0 && tap.Output < columns)];
        writer.Line(step < 0 || (!Bordered && step == columns) ? "// The border." : looped ? $"// Columns {step}, {step + Window} and so on." : $"// Column {step}.");
        if (step > first && step + 1 < columns)
        {
            writer.Lines(Text.Flow(from r in Enumerable.Range(0, rows) from v in Enumerable.Range(0, vectors) select $"s{(step + 1) % Window}_{r}_{v} = b{v};"));
        }

        string Weight(int tap, int v) => WeightsStay(level) ? $"w{tap}_{v}" : Text.Vector("k", (tap * (long)TapPitch) + (v * level.Lanes));
        for (int cell = 0; cell < rows + Window - 1; cell++)
        {
            int c = cell;
            for (int v = 0; v < vectors; v++)
            {
                int vector = v;
                string load = $"v = {Text.Vector("q", ((step - first - passed) * (long)Channels) + ((long)c * XRow * Channels) + (v * level.Lanes))};";
                writer.Lines(Text.Flow((from r in Enumerable.Range(0, rows)
                                        where c - r is >= 0 and < Window
                                        from tap in taps
                                        select level.Fma("v", Weight(((c - r) * Window) + tap.Kx, vector), $"s{tap.Output % Window}_{r}_{vector}")).Prepend(load)));
            }
        }

        if (step > 0)
        {
            WriteStores(writer, level, step - 1, passed);
        }
    }

    private void WriteStores(SourceWriter writer, Level level, int column, int passed)
    {
        int real = Math.Min(Tile(level).Vectors * level.Lanes, Channels);
        (int Row, int Vector, string Sum)[] sums = [.. from r in Enumerable.Range(0, SlidingRows(level)) from v in Enumerable.Range(0, Tile(level).Vectors) select (r, v, $"s{column % Window}_{r}_{v}")];
        if (Residual is { } view)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"{s.Sum} += {Text.Vector("addend", ((column - passed) * (long)view.CellPitch) + (s.Row * (long)view.RowFloats) + (s.Vector * level.Lanes))};")));
        }

        if (Activation is not null)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"{s.Sum} = {Activation.Apply(s.Sum)};")));
        }

        writer.Lines(Text.Flow(sums.SelectMany(s =>
            Tail.Store(level, "target", ((column - passed) * (long)Y.CellPitch) + (s.Row * (long)Y.RowFloats) + (s.Vector * level.Lanes), s.Sum, real - (s.Vector * level.Lanes)))));
    }
}
