using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Report;

/// <summary>Memory over time: a buffer is a rectangle from the step that begins to use it to the last one, at its offset.</summary>
internal static class MemoryPicture
{
    private const int Left = 76, Top = 12, Tall = 400, LabelHeight = 150;

    public static void Write(SourceWriter page, string title, EquatableArray<PlannedBuffer> buffers, EquatableArray<string> times)
    {
        long total = Math.Max(1, buffers.Select(buffer => buffer.Offset + buffer.Size).DefaultIfEmpty(1).Max());
        double step = Math.Max(13, Math.Min(90, 900.0 / times.Count));
        double width = Left + (times.Count * step) + 12;
        page.Line($"<svg class=\"memory\" width=\"{Html.At(width)}\" height=\"{Top + Tall + LabelHeight}\" role=\"img\" aria-label=\"{Html.Text(title)}\">");
        Axes(page, times, total, step, width);
        for (int i = 0; i < buffers.Count; i++)
        {
            Buffer(page, buffers[i], i, times, total, step);
        }

        page.Line("</svg>");
    }

    private static void Axes(SourceWriter page, EquatableArray<string> times, long total, double step, double width)
    {
        for (int quarter = 0; quarter <= 4; quarter++)
        {
            double y = Top + (Tall * quarter / 4.0);
            page.Line($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Html.At(width - 12)}\" y1=\"{Html.At(y)}\" y2=\"{Html.At(y)}\"/>");
            page.Line($"<text class=\"scale\" x=\"{Left - 6}\" y=\"{Html.At(y + 4)}\">{Html.Bytes(total * sizeof(float) * quarter / 4)}</text>");
        }

        for (int time = 0; time < times.Count; time++)
        {
            double x = Left + ((time + 0.5) * step);
            page.Line($"<text class=\"time\" transform=\"translate({Html.At(x + 3)} {Top + Tall + 10}) rotate(60)\">{Html.Text(times[time])}</text>");
        }
    }

    private static void Buffer(SourceWriter page, PlannedBuffer buffer, int index, EquatableArray<string> times, long total, double step)
    {
        double x = Left + (buffer.First * step);
        double y = Top + ((double)Tall * buffer.Offset / total);
        double width = (buffer.Last - buffer.First + 1) * step;
        double height = Math.Max(1, (double)Tall * buffer.Size / total);
        string what = $"{buffer.Name}: {buffer.What}; {Describe.Count(buffer.Size * sizeof(float))} bytes at {Describe.Count(buffer.Offset * sizeof(float))}, from {times[buffer.First]} to {times[buffer.Last]}";
        page.Line($"<g><title>{Html.Text(what)}</title>");
        page.Line($"<rect class=\"hue{index % 6}\" x=\"{Html.At(x + 0.5)}\" y=\"{Html.At(y)}\" width=\"{Html.At(width - 1)}\" height=\"{Html.At(height)}\"/>");
        if (height > 13 && width > (buffer.Name.Length * 6) + 8)
        {
            page.Line($"<text class=\"buffer\" x=\"{Html.At(x + 5)}\" y=\"{Html.At(y + Math.Min(height - 3, 13))}\">{Html.Text(buffer.Name)}</text>");
        }

        page.Line("</g>");
    }
}
