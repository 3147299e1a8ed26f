using NetDsl;

namespace PictureClassification.Shapes;

/// <summary>Paints a bright shape of random size, place, turn and colour on a dark, spotted ground.</summary>
internal static class ShapePainter
{
    private const int Fine = 3;

    public static IReadOnlyList<string> Names { get; } = ["circle", "cross", "ring", "square", "star", "triangle"];

    public static Picture Paint(int shape, int size, SampleRandom random)
    {
        double radius = size * random.Between(0.25, 0.4);
        (double x, double y) = (random.Between(radius, size - radius), random.Between(radius, size - radius));
        (double sine, double cosine) = Math.SinCos(random.Between(-0.6, 0.6));
        double[] ground = [random.Between(20, 110), random.Between(20, 110), random.Between(20, 110)];
        double[] ink = [random.Between(140, 250), random.Between(140, 250), random.Between(140, 250)];
        double spots = random.Between(2, 14);
        var pixels = new byte[3 * size * size];
        for (int i = 0; i < size * size; i++)
        {
            double part = Coverage(shape, (i % size - x) / radius, (i / size - y) / radius, sine, cosine, 1 / radius);
            for (int channel = 0; channel < 3; channel++)
            {
                double value = ground[channel] + part * (ink[channel] - ground[channel]) + spots * random.Between(-1.5, 1.5);
                pixels[3 * i + channel] = (byte)Math.Clamp(Math.Round(value), 0, 255);
            }
        }

        return new Picture(size, size, 3, pixels);
    }

    // The part of a pixel inside of the shape, from nine points.
    private static double Coverage(int shape, double x, double y, double sine, double cosine, double pixel)
    {
        int inside = 0;
        for (int point = 0; point < Fine * Fine; point++)
        {
            double px = x + pixel * (point % Fine + 0.5) / Fine, py = y + pixel * (point / Fine + 0.5) / Fine;
            inside += IsInside(shape, cosine * px + sine * py, cosine * py - sine * px) ? 1 : 0;
        }

        return (double)inside / (Fine * Fine);
    }

    // Shapes fill a circle of radius 1.
    private static bool IsInside(int shape, double x, double y)
    {
        double distance = Math.Sqrt(x * x + y * y);
        return Names[shape] switch
        {
            "circle" => distance < 0.9,
            "ring" => distance is < 1 and > 0.6,
            "square" => Math.Max(Math.Abs(x), Math.Abs(y)) < 0.75,
            "cross" => Math.Max(Math.Abs(x), Math.Abs(y)) < 0.9 && Math.Min(Math.Abs(x), Math.Abs(y)) < 0.28,
            "triangle" => y < 0.5 && 0.866 * Math.Abs(x) - 0.5 * y < 0.5,
            _ => distance < StarRadius(Math.Atan2(y, x)),
        };
    }

    // Five points: between a point and the dent beside it the edge is nearly straight.
    private static double StarRadius(double angle)
    {
        double within = Math.Abs(Math.IEEERemainder(angle, 2 * Math.PI / 5)) / (Math.PI / 5);
        return 0.42 / (within + (0.42 * (1 - within)));
    }
}
