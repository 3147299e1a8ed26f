using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// How the tiles of an output follow each other, and how the weights are packed for them.
internal sealed partial record CellConv
{
    private void WriteRun(SourceWriter writer, Level level)
    {
        (int pixels, int vectors) = Tile(level);
        bool flat = Flat(level);
        int blocks = Blocks(level) * Geometry.Groups, parts = flat ? FlatCells.Parts(Cells, pixels) : Geometry.Height.Out;
        string part = flat ? "part" : "row";
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{pixels * vectors}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }

        writer.Line($"foreach (Share share in worker.Shares({Text.Literal(blocks * parts)}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            string at = "item", filter = "", block = "";
            if (blocks > 1)
            {
                writer.Line(RowsOutside ? $"int {part} = item / {blocks}, block = item % {blocks};" : $"int block = item / {parts}, {part} = item % {parts};");
                (at, filter, block) = (part, "filter", "block");
                writer.Line($"int filter = {FilterStart(level)};");
            }

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
        });
    }

    private void WritePack(SourceWriter writer, Level level)
    {
        int width = Width(level), taps = Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels, blocks = Blocks(level) * Geometry.Groups;
        int real = Math.Min(width, Geometry.GroupFilters);
        if (blocks > 1)
        {
            writer.Line(Text.For("block", blocks));
        }

        writer.Block($"for (int tap = 0; tap < {Text.Literal(taps)}; tap++)", () =>
        {
            string filter = "";
            if (blocks > 1)
            {
                writer.Line($"int filter = {FilterStart(level)};");
                filter = "filter";
            }

            string from = Text.At("kernel", 0, ("tap", Geometry.Filters), (filter, 1));
            string to = Text.At("packed", 0, (blocks > 1 ? "block" : "", BlockFloats(level)), ("tap", width));
            writer.Line($"float* from = {from}, to = {to};");
            writer.Line(Text.For("lane", width));
            string value = Scaled ? $"from[lane] * scale[{(blocks > 1 ? "filter + " : "")}lane]" : "from[lane]";
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
