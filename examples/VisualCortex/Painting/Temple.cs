using NetDsl;

namespace VisualCortex.Painting;

/// <summary>A temple in the evening: fluted columns stand upright, stairs and beams lie.</summary>
internal static class Temple
{
    private const int Stone = 0xE8D9B8;
    private const int Shade = 0x9C8560;
    private const int Dark = 0x3A3028;
    private const double Left = 48;
    private const double Right = 252;
    private const int Columns = 6;

    public static Picture Paint()
    {
        var painter = new Painter(Views.Width, Views.Height);
        painter.Gradient(0x4A7FC1, 0xF2C9A0);
        painter.Ellipse(258, 40, 16, 16, 0xFFF1C4);
        painter.Box(0, 172, Views.Width, 28, 0x6E7D4A);
        PaintRoof(painter);
        painter.Box(Left, 70, Right - Left, 82, Dark);
        for (int i = 0; i < Columns; i++)
        {
            PaintColumn(painter, Left + 4 + i * (Right - Left - 28) / (Columns - 1));
        }

        PaintStairs(painter);
        return painter.ToPicture();
    }

    private static void PaintRoof(Painter painter)
    {
        painter.Polygon(Stone, (150, 16), (Right + 12, 52), (Left - 12, 52));
        painter.Polygon(Shade, (150, 24), (Right - 18, 48), (Left + 18, 48));
        painter.Ellipse(150, 40, 7, 7, Stone);
        painter.Box(Left - 12, 52, Right - Left + 24, 5, Stone);
        painter.Box(Left - 6, 57, Right - Left + 12, 3, Shade);
        painter.Box(Left - 6, 60, Right - Left + 12, 8, Stone);
        painter.Box(Left - 6, 68, Right - Left + 12, 2, Shade);
    }

    private static void PaintColumn(Painter painter, double left)
    {
        painter.Box(left - 3, 70, 26, 5, Stone);
        painter.Box(left, 75, 20, 72, Stone);
        for (int flute = 0; flute < 4; flute++)
        {
            painter.Box(left + 2.5 + flute * 4.3, 76, 2, 70, Shade);
        }

        painter.Box(left - 3, 147, 26, 5, Stone);
    }

    private static void PaintStairs(Painter painter)
    {
        for (int step = 0; step < 5; step++)
        {
            double outset = 6 + 9 * step;
            painter.Box(Left - outset, 152 + 8 * step, Right - Left + 2 * outset, 5, Stone);
            painter.Box(Left - outset, 157 + 8 * step, Right - Left + 2 * outset, 3, Shade);
        }
    }
}
