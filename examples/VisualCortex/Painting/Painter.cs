using NetDsl;

namespace VisualCortex.Painting;

/// <summary>Paints shapes over each other; a pixel takes as much colour as the shape covers of it.</summary>
internal sealed class Painter(int width, int height)
{
    /// <summary>Points a side at which a pixel is asked whether a shape covers it.</summary>
    private const int Grain = 4;

    private readonly byte[] pixels = new byte[width * height * 3];

    /// <summary>Fills everything, from one colour at the top to another at the bottom.</summary>
    public void Gradient(int top, int bottom)
    {
        for (int i = 0; i < width * height; i++)
        {
            double part = (double)(i / width) / height;
            Blend(i % width, i / width, top, 1);
            Blend(i % width, i / width, bottom, part);
        }
    }

    public void Box(double left, double top, double boxWidth, double boxHeight, int colour) =>
        Polygon(colour, (left, top), (left + boxWidth, top), (left + boxWidth, top + boxHeight), (left, top + boxHeight));

    /// <summary>An ellipse, turned by an angle in radians.</summary>
    public void Ellipse(double x, double y, double radiusX, double radiusY, int colour, double angle = 0)
    {
        double reach = Math.Max(radiusX, radiusY);
        (double sine, double cosine) = Math.SinCos(angle);
        Fill((x - reach, y - reach), (x + reach, y + reach), colour, (px, py) =>
        {
            (double dx, double dy) = (px - x, py - y);
            double along = (dx * cosine + dy * sine) / radiusX;
            double across = (dy * cosine - dx * sine) / radiusY;
            return along * along + across * across <= 1;
        });
    }

    /// <summary>A convex polygon, its corners in clockwise order.</summary>
    public void Polygon(int colour, params (double X, double Y)[] corners)
    {
        (double, double) upperLeft = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        (double, double) lowerRight = (corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
        Fill(upperLeft, lowerRight, colour, (x, y) =>
        {
            bool isInside = true;
            for (int i = 0; i < corners.Length; i++)
            {
                ((double X, double Y) a, (double X, double Y) b) = (corners[i], corners[(i + 1) % corners.Length]);
                isInside &= (b.X - a.X) * (y - a.Y) >= (b.Y - a.Y) * (x - a.X);
            }

            return isInside;
        });
    }

    public Picture ToPicture() => new(width, height, 3, pixels);

    private void Fill((double X, double Y) upperLeft, (double X, double Y) lowerRight, int colour, Func<double, double, bool> covers)
    {
        (int left, int right) = (Math.Max(0, (int)upperLeft.X), Math.Min(width - 1, (int)lowerRight.X));
        (int top, int bottom) = (Math.Max(0, (int)upperLeft.Y), Math.Min(height - 1, (int)lowerRight.Y));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                int covered = 0;
                for (int i = 0; i < Grain * Grain; i++)
                {
                    covered += covers(x + (i % Grain + 0.5) / Grain, y + (i / Grain + 0.5) / Grain) ? 1 : 0;
                }

                Blend(x, y, colour, (double)covered / (Grain * Grain));
            }
        }
    }

    private void Blend(int x, int y, int colour, double coverage)
    {
        Span<byte> pixel = pixels.AsSpan(3 * (y * width + x), 3);
        for (int channel = 0; channel < 3; channel++)
        {
            int wanted = (colour >> (16 - 8 * channel)) & 255;
            pixel[channel] = (byte)Math.Round(pixel[channel] + (wanted - pixel[channel]) * coverage);
        }
    }
}
