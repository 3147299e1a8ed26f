namespace NetDsl.Peers;

/// <summary>The speeds of all series side by side, each over a logarithmic axis, with the FMA peak as a line across.</summary>
internal static class GrowthPicture
{
    private const int PanelWidth = 480, PanelHeight = 400, Speed = 0x1F77B4, Peak = 0xE8710A;

    public static Picture Draw(IReadOnlyList<(GrowthSeries Series, (int Size, double Speed)[] Points)> all, double peak)
    {
        var canvas = new Canvas(all.Count * PanelWidth, PanelHeight);
        Axis vertical = Axis.Over(0, all.SelectMany(one => one.Points).Max(point => Math.Max(point.Speed, peak)), marks: 6, least: 1);
        for (int panel = 0; panel < all.Count; panel++)
        {
            (GrowthSeries series, (int Size, double Speed)[] points) = all[panel];
            (int Power, double? Speed)[] curve = [.. points.Select(point => ((int)Math.Log2(point.Size), (double?)point.Speed))];
            (int, int, int, int) frame = ((panel * PanelWidth) + 80, 60, PanelWidth - 110, PanelHeight - 130);
            var chart = new ChartPanel(canvas, frame, "gflop/s", new Axis(curve[0].Power, curve[^1].Power, 1, Doubling: true), vertical, "", series.Name);
            chart.Curve([.. curve.Select(point => (point.Power, (double?)peak))], Peak);
            chart.Curve(curve, Speed);
            chart.Legend([("3x3", Speed), ("fma peak", Peak)]);
        }

        return canvas.ToPicture();
    }
}
