using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// How the tiles of an output follow each other, and how the weights are packed for them.
internal sealed partial record CellConv
{
    private void WriteRun(SourceWriter writer, Level level)
    {
        int blocks = Blocks(level) * Geometry.Groups, parts = Parts(level), whole = blocks - 1;
        bool narrow = LastWidth(level) > 0;
        WriteRoom(writer, level, Tile(level).Vectors);
        writer.Line($"foreach (Share share in worker.Shares({Text.Literal(blocks * parts)}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            string part = PartName(level), filter = "", block = "";
            if (blocks > 1)
            {
                writer.Line(RowsOutside ? $"int {part} = item / {blocks}, block = item % {blocks};" : $"int block = item / {parts}, {part} = item % {parts};");
                if (narrow)
                {
                    writer.Block($"if (block == {whole})", () => writer.Line(LastCall(level)).Line("continue;")).Line();
                }

                (filter, block) = ("filter", "block");
                writer.Line($"int filter = {(narrow ? $"block * {Width(level)}" : FilterStart(level))};");
            }

            WritePart(writer, level, Tile(level).Vectors, blocks > 1 ? part : "item", filter, block);
        });
    }

    private int Parts(Level level) => Flat(level) ? FlatCells.Parts(Cells, Tile(level).Pixels) : Geometry.Height.Out;

    private string PartName(Level level) => Flat(level) ? "part" : "row";

    private void WriteRoom(SourceWriter writer, Level level, int vectors)
    {
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{Tile(level).Pixels * vectors}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }
    }

    // The tiles of a row, or of as many cells, for one block of filters.
    private void WritePart(SourceWriter writer, Level level, int vectors, string at, string filter, string block)
    {
        int pixels = Tile(level).Pixels;
        bool flat = Flat(level);
        string group = Geometry.Groups == 1 ? "" : Blocks(level) == 1 ? "block" : $"(block / {Blocks(level)})";
        string row = flat ? "" : at;
        long corner = -(((long)Geometry.Height.PadBefore * XRow) + Geometry.Width.PadBefore) * CellFloats;
        writer.Line($"float* input = {Text.At("x", corner, (row, InputRow), (group, Geometry.Channels))};");
        writer.Line($"float* output = {Text.At("y", 0, (row, Y.RowFloats), (filter, 1))};");
        if (Residual is { } view)
        {
            writer.Line($"float* other = {Text.At("residual", 0, (row, view.RowFloats), (filter, 1))};");
        }

        if (flat)
        {
            FlatCells.Write(writer, this, pixels, at, () => WriteTile(writer, level, pixels, vectors, filter, block, ""));
            return;
        }

        (string loop, string start) = Text.TileLoop("column", Geometry.Width.Out, pixels);
        string column = loop.Length > 0 ? "column" : "";
        writer.Loops([loop], () =>
        {
            if (start.Length > 0)
            {
                writer.Line(start);
            }

            writer.Line($"float* q = {Text.At("input", 0, (column, InputColumn))}, target = {Text.At("output", 0, (column, Y.CellPitch))};");
            if (Residual is { } added)
            {
                writer.Line($"float* addend = {Text.At("other", 0, (column, added.CellPitch))};");
            }

            WriteTile(writer, level, pixels, vectors, filter, block, "target");
        });
    }

    private void WritePack(SourceWriter writer, Level level)
    {
        int last = LastWidth(level), blocks = (Blocks(level) * Geometry.Groups) - (last > 0 ? 1 : 0);
        WritePack(writer, Width(level), blocks, last > 0 ? $"block * {Width(level)}" : FilterStart(level), 0, BlockFloats(level));
        if (last > 0)
        {
            writer.Line();
            WritePack(writer, last, 1, "", Geometry.Filters - last, (long)blocks * BlockFloats(level));
        }
    }

    // Blocks of the same width; a single one from a filter on to a place among the packed weights.
    private void WritePack(SourceWriter writer, int width, int blocks, string start, int first, long at)
    {
        int real = Math.Min(width, Geometry.GroupFilters);
        if (blocks > 1)
        {
            writer.Line(Text.For("block", blocks));
        }

        writer.Block($"for (int tap = 0; tap < {Text.Literal(Taps)}; tap++)", () =>
        {
            string filter = "";
            if (blocks > 1)
            {
                writer.Line($"int filter = {start};");
                filter = "filter";
            }

            string from = Text.At("kernel", first, ("tap", Geometry.Filters), (filter, 1));
            string to = Text.At("packed", blocks > 1 ? 0 : first == 0 ? 0 : at, (blocks > 1 ? "block" : "", at), ("tap", width));
            writer.Line($"float* from = {from}, to = {to};");
            writer.Line(Text.For("lane", width));
            string value = Scaled ? $"from[lane] * scale[{(blocks > 1 ? "filter + " : first == 0 ? "" : $"{first} + ")}lane]" : "from[lane]";
            writer.Indented(() => writer.Line(real == width ? $"to[lane] = {value};" : $"to[lane] = lane < {real} ? {value} : 0;"));
        });
    }

    private string FilterStart(Level level)
    {
        int perGroup = Blocks(level);
        string inGroup = Text.TileStart(Geometry.Groups == 1 ? "block" : perGroup == 1 ? "0" : $"(block % {perGroup})", Geometry.GroupFilters, Width(level));
        return Geometry.Groups == 1 ? inGroup
            : $"{(perGroup == 1 ? "block" : $"block / {perGroup}")} * {Geometry.GroupFilters}{(inGroup == "0" ? "" : $" + {inGroup}")}";
    }
}
