using NetDsl;

namespace VisualCortex.Chapters;

#pragma warning disable NDSL2001 // Valid drops inputs, which is what this chapter shows.
#pragma warning disable NDSL2003 // Same pads unevenly, which it shows too.

/// <summary>A window of six goes over 13 numbers in steps of five, and stays inside.</summary>
[Network(Training = false), Input(13, 1), Conv1d(6, 1, Padding.Valid, Stride = 5, Bias = false)]
public sealed partial class ValidWindows;

/// <summary>The same with zeros around, so that every number is seen.</summary>
[Network(Training = false), Input(13, 1), Conv1d(6, 1, Padding.Same, Stride = 5, Bias = false)]
public sealed partial class SameWindows;

internal static class PaddingAndStride
{
    private const int Length = ValidWindows.InputLength;

    private static readonly float[] Numbers = [.. Enumerable.Range(1, Length).Select(i => (float)i)];
    private static readonly float[] Ones = [1, 1, 1, 1, 1, 1];
    private static readonly float[] Primes = [2, 3, 5, 7, 11, 13];

    public static void Show(Album album)
    {
        Page.Heading("Valid or Same: what happens at the border");
        Page.Text($"""
            The numbers 1 to {Length}, a window of {Ones.Length}, a step of 5. Valid: a window must fit. Same: as many windows as steps,
            ceil({Length} / 5) = {SameWindows.OutputLength}, and zeros where they reach over the border; the odd zero goes to the right.

            Which inputs a window sees, the network tells itself: feed it 1 at one place and 0 at all others, and see which
            outputs move, and by which weight.
            """);
        Picture valid = Tell(new ValidWindows(), "Padding.Valid");
        Picture same = Tell(new SameWindows(), "Padding.Same");
        album.Add(
            "windows",
            PictureSheet.Draw(columns: 1, ("valid: 12 and 13 are dropped", valid), ("same: one zero left, two right", same)),
            "a row for each window, a column for each input; white is seen");
        Page.Text("""
            The same rule holds in two and three dimensions, for rows and columns apart. It is TensorFlow's; frameworks that pad the same
            amount on both sides see other cells, and weights do not carry over.
            """);
    }

    private static Picture Tell<TNetwork>(TNetwork net, string padding)
        where TNetwork : class, INetwork<TNetwork>
    {
        Parameter weight = net.Parameters["Conv1d1.weight"];
        Page.Text($"  {padding,-24}{Page.Row(Numbers, 4)}       sum");
        weight.CopyFrom(Ones);
        float[] sums = net.Predict(Numbers);
        float[] seen = Seen(net);
        weight.CopyFrom(Primes);
        float[] weights = Seen(net);
        for (int window = 0; window < sums.Length; window++)
        {
            IEnumerable<string> cells = Enumerable.Range(0, Length)
                .Select(i => seen[window * Length + i] == 0 ? "." : $"{weights[window * Length + i]}");
            Console.WriteLine($"  window {window + 1} weighs{string.Concat(cells.Select(cell => cell.PadLeft(4))),61}{sums[window],10}");
        }

        bool[] missed = [.. Enumerable.Range(0, Length).Select(i => Enumerable.Range(0, sums.Length).All(w => seen[w * Length + i] == 0))];
        string dropped = string.Join(" and ", Numbers.Where((_, i) => missed[i]));
        Console.WriteLine($"  never seen: {(dropped.Length > 0 ? dropped : "none")}");
        Console.WriteLine($"  weighted with {string.Join(' ', Primes)}: {string.Join(", ", net.Predict(Numbers))}");
        return FeatureMapPicture.Draw(seen, sums.Length, Length, channels: 1, scale: 24);
    }

    /// <summary>Windows x inputs: what every window makes of a 1 at every place.</summary>
    private static float[] Seen<TNetwork>(TNetwork net)
        where TNetwork : class, INetwork<TNetwork>
    {
        var impulses = new float[Length * Length];
        for (int i = 0; i < Length; i++)
        {
            impulses[i * Length + i] = 1;
        }

        float[] answers = net.Predict(impulses);
        int windows = TNetwork.OutputLength;
        return [.. Enumerable.Range(0, windows * Length).Select(i => answers[i % Length * windows + i / Length])];
    }
}
