using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Report;

/// <summary>The layers as boxes from top to bottom, with lines from what they read.</summary>
internal static class GraphPicture
{
    private const int Width = 190, Height = 40, ColumnPitch = 214, RowPitch = 62, Margin = 12, Lane = 14;

    public static void Write(SourceWriter page, ShapedNetwork network)
    {
        var layout = new GraphLayout(network.Layers);
        int rows = layout.Rows.Max() + 1;
        int columns = Math.Max(layout.Columns.Max(), Enumerable.Range(0, network.Layers.Count).SelectMany(i => network.Layers[i].Sources
            .Select(source => layout.Rows[i + 1] - layout.Rows[source + 1] > 1 ? layout.FreeColumn(layout.Rows[source + 1], layout.Rows[i + 1]) : 0)).DefaultIfEmpty(0).Max()) + 1;
        (int width, int height) = ((columns * ColumnPitch) + (2 * Margin), (rows * RowPitch) + (2 * Margin));
        page.Line($"<svg class=\"graph\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Graph of the layers\">");
        for (int i = 0; i < network.Layers.Count; i++)
        {
            foreach (int source in network.Layers[i].Sources.Distinct())
            {
                Edge(page, layout, source + 1, i + 1);
            }
        }

        Box(page, layout, 0, "input", "Input", $"{network.Model.Input}", null);
        for (int i = 0; i < network.Layers.Count; i++)
        {
            ShapedLayer layer = network.Layers[i];
            Box(page, layout, i + 1, Family(layer.Operation), layer.Name, $"{layer.Kind} to {layer.Output}", Html.Anchor(layer));
        }

        page.Line("</svg>");
    }

    private static (int X, int Y) Corner(GraphLayout layout, int box) =>
        (Margin + (layout.Columns[box] * ColumnPitch), Margin + (layout.Rows[box] * RowPitch));

    // A line that passes rows of other boxes runs beside them.
    private static void Edge(SourceWriter page, GraphLayout layout, int from, int to)
    {
        (int x, int y) = Corner(layout, from);
        (int toX, int toY) = Corner(layout, to);
        (x, y, toX) = (x + (Width / 2), y + Height, toX + (Width / 2));
        string path;
        if (layout.Rows[to] - layout.Rows[from] <= 1)
        {
            path = $"M{x} {y}C{x} {y + 14} {toX} {toY - 14} {toX} {toY}";
        }
        else
        {
            int free = layout.FreeColumn(layout.Rows[from], layout.Rows[to]);
            int side = Margin + (free * ColumnPitch) + (free > layout.Columns[from] ? Lane : Width / 2);
            path = $"M{x} {y}C{x} {y + 18} {side} {y + 2} {side} {y + 24}L{side} {toY - 24}C{side} {toY - 2} {toX} {toY - 18} {toX} {toY}";
        }

        page.Line($"<path class=\"edge\" d=\"{path}\"/>");
    }

    private static void Box(SourceWriter page, GraphLayout layout, int box, string family, string name, string what, string? anchor)
    {
        (int x, int y) = Corner(layout, box);
        page.Line(anchor is null ? "<g>" : $"<a href=\"#{anchor}\">");
        page.Line($"<rect class=\"{family}\" x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"5\"/>");
        page.Line($"<text x=\"{x + (Width / 2)}\" y=\"{y + 17}\" class=\"name\">{Html.Text(Short(name))}<title>{Html.Text(name)}</title></text>");
        page.Line($"<text x=\"{x + (Width / 2)}\" y=\"{y + 32}\" class=\"what\">{Html.Text(what)}</text>");
        page.Line(anchor is null ? "</g>" : "</a>");
    }

    // The end of a path says more than its beginning.
    private static string Short(string name) => name.Length <= 26 ? name : "..." + name.Substring(name.Length - 23);

    private static string Family(Operation operation) => operation switch
    {
        Addition or Concatenation => "merge",
        Activation or Dropping => "activation",
        Normalization => "norm",
        _ when operation.TrainableCount > 0 => "weights",
        _ => "other",
    };
}
