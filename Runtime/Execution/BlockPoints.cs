namespace NetDsl.Runtime;

/// <summary>
/// How the tiles of a 3x3 convolution by Winograd's F(4x4, 3x3) are worked off in training, for generated code: a thread takes a block
/// of tiles and a part of the filters at a time.
/// </summary>
/// <param name="Columns">Tiles in a row.</param>
/// <param name="Tiles">Tiles of a sample.</param>
/// <param name="BlockTiles">Tiles of a block, a multiple of what the products take at once.</param>
/// <param name="PartBlocks">Blocks of filters in a part.</param>
/// <param name="Parts">Parts of the filters.</param>
/// <param name="TilePitch">Floats from one tile's channels to the next one's at a point.</param>
/// <param name="BlockPitch">Floats from one block of a tile's channels to the next one at a point.</param>
/// <param name="PointFloats">Floats from one point to the next.</param>
/// <param name="ProductPitch">Floats from one tile's filters to the next one's.</param>
/// <param name="ProductFloats">Floats from one point's products to the next one's.</param>
public readonly record struct BlockPoints(
    int Columns, int Tiles, int BlockTiles, int PartBlocks, int Parts, int TilePitch, int BlockPitch, int PointFloats, int ProductPitch, int ProductFloats)
{
    private const int Side = 6, Outputs = 4, MostPartBlocks = 8, WideChannels = 256, FewTiles = 24, ManyTiles = 48, GradientTiles = 64;

    /// <summary>Floats that a thread needs.</summary>
    public int ScratchFloats => Side * Side * (PointFloats + ProductFloats);

    /// <summary>The literals of a convolution.</summary>
    public static BlockPoints Of(in BlockConvolution window)
    {
        int columns = (window.Columns + Outputs - 1) / Outputs, rows = (window.Rows + Outputs - 1) / Outputs;

        // Few tiles keep the points of few channels in the second cache; of many channels the weights are what is read again and again.
        int blockTiles = window.Channels < WideChannels ? FewTiles : ManyTiles;
        int blocks = window.OutputBlocks, parts = (blocks + MostPartBlocks - 1) / MostPartBlocks, partBlocks = (blocks + parts - 1) / parts;
        int tilePitch = Apart(window.Channels), productPitch = Apart(partBlocks * Lanes.Count);
        return new BlockPoints(
            columns, columns * rows, blockTiles, partBlocks, parts,
            tilePitch, Lanes.Count, (blockTiles * tilePitch) + Lanes.Count, productPitch, (blockTiles * productPitch) + Lanes.Count);
    }

    /// <summary>
    /// The literals of its weights' gradient: at a point the tiles of a block of channels follow each other, and the points of the
    /// output's gradient take the place of the products.
    /// </summary>
    public static BlockPoints OfGradient(in BlockConvolution window)
    {
        int columns = (window.Columns + Outputs - 1) / Outputs, rows = (window.Rows + Outputs - 1) / Outputs, blockPitch = GradientTiles * Lanes.Count;
        return new BlockPoints(
            columns, columns * rows, GradientTiles, window.OutputBlocks, 1,
            Lanes.Count, blockPitch, (window.InputBlocks * blockPitch) + Lanes.Count, Lanes.Count, (window.OutputBlocks * blockPitch) + Lanes.Count);
    }

    /// <summary>Copies a tile's cells, zeros where they lie beyond the plane.</summary>
    /// <param name="corner">The tile's first cell, which may lie beyond.</param>
    /// <param name="rowFloats">From one row of the plane to the next.</param>
    /// <param name="rows">Rows of the plane.</param>
    /// <param name="columns">Columns of the plane.</param>
    /// <param name="edge">Room for the cells.</param>
    /// <param name="side">Rows and columns of the tile.</param>
    /// <param name="row">The tile's first row.</param>
    /// <param name="column">The tile's first column.</param>
    public static unsafe void CopyEdge(float* corner, int rowFloats, int rows, int columns, float* edge, int side, int row, int column)
    {
        new Span<float>(edge, side * side * Lanes.Count).Clear();
        int first = Math.Max(0, -column), end = Math.Min(side, columns - column);
        for (int r = Math.Max(0, -row); r < Math.Min(side, rows - row) && first < end; r++)
        {
            float* from = corner + ((nint)r * rowFloats) + (first * Lanes.Count), to = edge + (((r * side) + first) * Lanes.Count);
            new ReadOnlySpan<float>(from, (end - first) * Lanes.Count).CopyTo(new Span<float>(to, (end - first) * Lanes.Count));
        }
    }

    // Distances that are multiples of 4 KB would make the rows of a product evict each other from the cache.
    private static int Apart(int floats) => floats % 256 == 0 ? floats + Lanes.Count : floats;
}
