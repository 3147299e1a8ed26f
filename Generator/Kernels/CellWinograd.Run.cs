using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

// What the methods say: to points, products, back.
internal sealed partial record CellWinograd
{
    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Pack")
        {
            WinogradPack.Write(writer, this, level);
        }
        else if (Shared)
        {
            WriteShared(writer, level);
        }
        else
        {
            WriteBlocks(writer, level);
        }
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        if (!WinogradRows.Wanted(this))
        {
            WinogradTiles.WriteInput(writer, this, level);
        }
        else if (WinogradRows.LevelOf(this, level) == level)
        {
            WinogradRows.WriteInput(writer, this, level);
        }

        if (Columns)
        {
            WinogradColumns.Write(writer, this, level);
        }
        else
        {
            WinogradProduct.Write(writer, this, level);
        }

        WinogradTiles.WriteOutput(writer, this, level);
    }

    private string ToPoints(Level level) =>
        (WinogradRows.LevelOf(this, level) is var other && other == level ? "" : $"{Name}_V{other.Bits}.") + "ToPoints";

    private string Residuals => Residual is null ? "" : "residual, ";

    private void WriteShared(SourceWriter writer, Level level)
    {
        writer.Line($"float* products = {Text.At("scratch", Form.Positions * PointFloats)};");
        writer.Line($"foreach (Share tiles in worker.Shares({Tiles})) {ToPoints(level)}(x, {Text.At("scratch", 0, ("tiles.From", TilePitch))}, tiles.From, tiles.To);");
        writer.Line("worker.Barrier();");
        writer.Line($"foreach (Share items in worker.Shares({Text.Literal(Form.Positions * Blocks(level))})) Multiply(scratch, packed, products, {Tiles}, items.From, items.To);");
        writer.Line("worker.Barrier();");
        writer.Line($"foreach (Share tiles in worker.Shares({Tiles})) FromProducts({Text.At("products", 0, ("tiles.From", ProductPitch))}, bias, {Residuals}y, tiles.From, tiles.To);");
    }

    private void WriteBlocks(SourceWriter writer, Level level)
    {
        writer.Line($"float* points = {Text.At("scratch", 0, ("worker.Index", ScratchFloats))}, products = {Text.At("points", Form.Positions * PointFloats)};");
        writer.Line($"foreach (Share share in worker.Shares({Text.Tiles(Tiles, BlockTiles)}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line($"int first = item * {BlockTiles}, end = Math.Min(first + {BlockTiles}, {Text.Literal(Tiles)});");
            writer.Line($"{ToPoints(level)}(x, points, first, end);");
            if (Columns)
            {
                WriteColumns(writer, level);
                return;
            }

            writer.Line($"Multiply(points, packed, products, end - first, 0, {Text.Literal(Form.Positions * Blocks(level))});");
            writer.Line($"FromProducts(products, bias, {Residuals}y, first, end);");
        });
    }

    private void WriteColumns(SourceWriter writer, Level level)
    {
        (string header, string start) = Text.TileLoop("n", Geometry.Filters, level.Lanes);
        bool single = header.Length == 0;
        string n = single ? "" : "n", block = single ? "" : start.Length == 0 ? "n" : "nTile";
        long weights = (long)Form.Positions * Channels * (start.Length == 0 ? 1 : level.Lanes);
        writer.Loops([header], () =>
        {
            writer.Lines(start.Length == 0 ? [] : [start]);
            string residual = Residual is null ? "" : Text.At("residual", 0, (n, 1)) + ", ", y = Text.At("y", 0, (n, 1));
            writer.Line($"Multiply(points, {Text.At("packed", 0, (block, weights))}, products, {(AsksForLines ? y + ", first, " : "")}end - first);");
            writer.Line($"FromProducts(products, {(Bias ? Text.At("bias", 0, (n, 1)) : "bias")}, {residual}{y}, first, end);");
        });
    }
}
