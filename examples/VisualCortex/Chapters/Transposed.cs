using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>Every cell stamps the filter, as strong as the cell is.</summary>
[Network(Training = false), Input(2, 2, 1), Conv2dTranspose(2, 2, 1, Stride = 2, Bias = false)]
public sealed partial class Stamp;

/// <summary>Stamps that overlap: with the right weights, a picture of twice the size.</summary>
[Network(Training = false)]
[Input(Views.DetailHeight / 2, Views.DetailWidth / 2, 1)]
[Conv2dTranspose(4, 4, 1, Padding.Same, Stride = 2, Bias = false)]
public sealed partial class Enlarge;

/// <summary>The same along a sequence.</summary>
[Network(Training = false), Input(4, 1), Conv1dTranspose(4, 1, Padding.Same, Stride = 2, Bias = false)]
public sealed partial class Stretch;

internal static class Transposed
{
    private const int Height = Enlarge.Facts.Conv2dTranspose1.OutputHeight;
    private const int Width = Enlarge.Facts.Conv2dTranspose1.OutputWidth;

    // A quarter and three quarters: what stands between two cells takes more of the nearer one.
    private static readonly float[] Near = [0.25f, 0.75f, 0.75f, 0.25f];

    public static void Show(Album album, Picture detail)
    {
        Page.Heading("Conv2dTranspose and Conv1dTranspose: from small to large");
        Page.Text("""
            A transposed convolution goes the other way: a cell does not collect its surroundings, it spreads over them. A stride of
            2 makes the output twice as large. Networks that draw, or that label every pixel, end with such layers.

            """);
        Page.Cost<Stamp>("Conv2dTranspose(2, 2, 1, Stride = 2)", "2 x 2 -> 4 x 4");
        Page.Cost<Enlarge>("Conv2dTranspose(4, 4, 1, Same, Stride = 2)", $"{Views.DetailHeight / 2} x {Views.DetailWidth / 2} -> {Height} x {Width}");
        Page.Cost<Stretch>("Conv1dTranspose(4, 1, Same, Stride = 2)", $"{Stretch.InputLength} -> {Stretch.OutputLength}");
        TellStamps();
        TellStretch();

        int length = Enlarge.InputLength;
        float[] small = detail.ToSample(Views.DetailHeight / 2, Views.DetailWidth / 2);
        var net = new Enlarge();
        net.Parameters["Conv2dTranspose1.weight"].CopyFrom([.. Near.SelectMany(row => Near.Select(column => row * column))]);
        album.Add(
            "enlarged",
            PictureSheet.Draw(
                columns: 2,
                ($"{length:N0} cells", FeatureMapPicture.Draw(small, Views.DetailHeight / 2, Views.DetailWidth / 2, channels: 1, scale: 2)),
                ($"{Enlarge.OutputLength:N0} cells", FeatureMapPicture.Draw(net.Predict(small), Height, Width, channels: 1, scale: 1))),
            "left the detail in half its size, its cells drawn large; right what the transposed convolution makes of it");
    }

    private static void TellStamps()
    {
        var net = new Stamp();
        net.Parameters["Conv2dTranspose1.weight"].CopyFrom([1, 2, 3, 4]);
        float[] large = net.Predict([1, 0, 2, 10]);
        Page.Text("  input     filter    output");
        string[] inputs = ["  1   0     1   2 ", "  2  10     3   4 ", "", ""];
        for (int row = 0; row < 4; row++)
        {
            Console.WriteLine($"{inputs[row],-18}{Page.Row(large[(4 * row)..(4 * row + 4)], 5)}");
        }
    }

    private static void TellStretch()
    {
        var net = new Stretch();
        net.Parameters["Conv1dTranspose1.weight"].CopyFrom(Near);
        float[] sequence = [4, 8, 8, 0];
        Page.Text($"""
              {Page.Row(sequence)}   becomes   {Page.Row(net.Predict(sequence))}
              (it falls at both ends, for beyond them is nothing to spread)
            """);
    }
}
