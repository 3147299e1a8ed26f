using NetDsl;

namespace VisualCortex.Painting;

/// <summary>A flower before a fence of upright reeds and a striped meadow.</summary>
internal static class Flower
{
    private const int Petals = 14;
    private const double X = 150;
    private const double Y = 84;

    public static Picture Paint()
    {
        var painter = new Painter(Views.Width, Views.Height);
        painter.Gradient(0x1F3B2A, 0x2E5A36);
        for (int reed = 0; reed < 16; reed++)
        {
            double left = 4 + 19.5 * reed;
            painter.Polygon(reed % 2 == 0 ? 0x5E9A4B : 0x3F7A3F, (left, 10 + 13 * reed % 37), (left + 4, 4), (left + 6, 150), (left - 2, 150));
        }

        for (int row = 0; row < 6; row++)
        {
            painter.Box(0, 146 + 9 * row, Views.Width, 4, 0x87B85A);
        }

        painter.Box(X - 3, Y, 6, 116, 0x2F6B2A);
        painter.Ellipse(X - 24, 150, 26, 8, 0x4C8F3C, angle: 0.5);
        painter.Ellipse(X + 24, 162, 26, 8, 0x4C8F3C, angle: -0.5);
        PaintBlossom(painter);
        return painter.ToPicture();
    }

    private static void PaintBlossom(Painter painter)
    {
        for (int petal = 0; petal < Petals; petal++)
        {
            double angle = 2 * Math.PI * petal / Petals;
            (double sine, double cosine) = Math.SinCos(angle);
            painter.Ellipse(X + 42 * cosine, Y + 42 * sine, 27, 8.5, petal % 2 == 0 ? 0xF4B6CF : 0xE0528C, angle);
            painter.Ellipse(X + 42 * cosine, Y + 42 * sine, 24, 1.2, 0xB02A62, angle);
        }

        painter.Ellipse(X, Y, 20, 20, 0xF2B632);
        for (int seed = 0; seed < 60; seed++)
        {
            // The golden angle places seeds as sunflowers do.
            double distance = 2.3 * Math.Sqrt(seed);
            (double sine, double cosine) = Math.SinCos(2.39996 * seed);
            painter.Ellipse(X + distance * cosine, Y + distance * sine, 1.1, 1.1, 0x8A4B12);
        }
    }
}
