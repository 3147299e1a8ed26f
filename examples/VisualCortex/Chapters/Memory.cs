using NetDsl;

namespace VisualCortex.Chapters;

#pragma warning disable NDSL2003 // In steps of two, Same pads 0 and 1: no weights of another framework are loaded here.

/// <summary>200 maps of 5x5 filters over a small colour picture: cheap in parameters, dear in everything else.</summary>
[Network, Input(100, 150, 3), Conv2d(5, 5, 200, Padding.Same)]
public sealed partial class FiveByFive;

/// <summary>Three layers that halve height and width and double the maps.</summary>
[Network]
[Input(200, 300, 3)]
[Conv2d(3, 3, 100, Padding.Same, Stride = 2), Relu]
[Conv2d(3, 3, 200, Padding.Same, Stride = 2), Relu]
[Conv2d(3, 3, 400, Padding.Same, Stride = 2), Relu]
public sealed partial class ThreeSteps;

internal static class Memory
{
    private const double MebiByte = 1024 * 1024;
    private const int Batch = 100;

    public static void Show()
    {
        Page.Heading("What a layer costs");
        Page.Text($"""
            [Input(100, 150, 3), Conv2d(5, 5, 200, Padding.Same)]

              parameters           (5 * 5 * 3 + 1) * 200            = {FiveByFive.ParameterCount,15:N0}
              multiplications      5 * 5 * 3 * 200 * 100 * 150      = {FiveByFive.Multiplies,15:N0}
              output               200 * 100 * 150 * 4 bytes        = {FiveByFive.Facts.Conv2d1.OutputBytes,15:N0} = {Size(FiveByFive.Facts.Conv2d1.OutputBytes)}

            The numbers at the right are constants of the class, known when the compiler has read the attributes. A dense layer from the
            same input to the same output would have {(long)FiveByFive.InputLength * FiveByFive.OutputLength:N0} weights: a convolution looks at a few cells
            and uses the same weights everywhere. But its output is no smaller for that, and a batch of {Batch} pictures takes
            {Size(Batch * FiveByFive.Facts.Conv2d1.OutputBytes)}.
            """);
        Page.Text("""
            Inference needs two neighbouring layers at a time: what a layer reads and what it writes. What was read is free then.
            The backward pass comes back to every layer's output, so training keeps them all, and their gradients as well.

              layer of ThreeSteps           output      its bytes   with what it reads
            """);
        Line("Conv2d1", ThreeSteps.Facts.Conv2d1.OutputHeight, ThreeSteps.Facts.Conv2d1.OutputWidth, ThreeSteps.Facts.Conv2d1.OutputChannels, ThreeSteps.Facts.Conv2d1.OutputBytes, ThreeSteps.InputLength * sizeof(float));
        Line("Conv2d2", ThreeSteps.Facts.Conv2d2.OutputHeight, ThreeSteps.Facts.Conv2d2.OutputWidth, ThreeSteps.Facts.Conv2d2.OutputChannels, ThreeSteps.Facts.Conv2d2.OutputBytes, ThreeSteps.Facts.Conv2d1.OutputBytes);
        Line("Conv2d3", ThreeSteps.Facts.Conv2d3.OutputHeight, ThreeSteps.Facts.Conv2d3.OutputWidth, ThreeSteps.Facts.Conv2d3.OutputChannels, ThreeSteps.Facts.Conv2d3.OutputBytes, ThreeSteps.Facts.Conv2d2.OutputBytes);
        Page.Text($"""
              ParameterCount {ThreeSteps.ParameterCount,15:N0}
              InferenceBytes {ThreeSteps.InferenceBytes,15:N0}    planned, for one sample
              TrainingBytes  {ThreeSteps.TrainingBytes,15:N0}    planned, for one sample of a batch
            """);
    }

    /// <summary>Bytes in a unit that people read.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < (long)MebiByte => $"{bytes / 1024.0:N1} KB",
        < 1000 * (long)MebiByte => $"{bytes / MebiByte:N1} MB",
        _ => $"{bytes / MebiByte / 1024:N2} GB",
    };

    private static void Line(string layer, int height, int width, int channels, long written, long read) =>
        Console.WriteLine($"  {layer,-22}{$"{height} x {width} x {channels}",14} {written,14:N0} {read + written,18:N0}");
}
