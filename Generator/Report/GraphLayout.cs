using NetDsl.Generator.Model;

namespace NetDsl.Generator.Report;

/// <summary>
/// Where the boxes of a graph stand: a layer one row below the lowest of what it reads, in the column of the first of them
/// unless that is taken. Index 0 is the network's input, the others are one more than the layer's.
/// </summary>
internal sealed class GraphLayout
{
    public GraphLayout(EquatableArray<ShapedLayer> layers)
    {
        Rows = new int[layers.Count + 1];
        Columns = new int[layers.Count + 1];
        var taken = new HashSet<(int Row, int Column)> { (0, 0) };
        for (int i = 0; i < layers.Count; i++)
        {
            int row = layers[i].Sources.Select(source => Rows[source + 1]).DefaultIfEmpty(0).Max() + 1;
            int column = layers[i].Sources.Count == 0 ? 0 : Columns[layers[i].Sources[0] + 1];
            while (!taken.Add((row, column)))
            {
                column++;
            }

            (Rows[i + 1], Columns[i + 1]) = (row, column);
        }
    }

    public int[] Rows { get; }

    public int[] Columns { get; }

    /// <summary>The first column with nothing in it between two rows, where an edge can pass.</summary>
    public int FreeColumn(int from, int to) => Rows
        .Select((row, i) => row > from && row < to ? Columns[i] + 1 : 0)
        .Max();
}
