namespace NetDsl.Testing.Reference;

/// <summary>Convolution of every channel by filters of its own, weights height x width x channels x multiplier.</summary>
public sealed record ReferenceDepthwiseConv2d(Window2d Window) : ReferenceLayer
{
    public ReferenceDepthwiseConv2d(int height, int width, bool same = false)
        : this(new Window2d(height, width) { Same = same })
    {
    }

    public int Multiplier { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public override string Kind => "DepthwiseConv2d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Height}, {Window.Width}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1),
        .. Multiplier == 1 ? Array.Empty<string>() : [$"Multiplier = {Multiplier}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return new(rows.Count, columns.Count, input.Channels * Multiplier);
    }

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input)
    {
        (string, int[]) weight = ("weight", [Window.Height, Window.Width, input.Channels, Multiplier]);
        return Bias ? [weight, ("bias", [input.Channels * Multiplier])] : [weight];
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEachOutput(output, (n, y, x, o) => output[n, y, x, o] = Bias ? parameters[1][o] : 0);
        ForEachProduct(input, output, (n, iy, ix, y, x, o, w) => output[n, y, x, o] += input[n, iy, ix, o / Multiplier] * parameters[0][w]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachProduct(input, output, (n, iy, ix, y, x, o, w) =>
        {
            inputGradient[n, iy, ix, o / Multiplier] += outputGradient[n, y, x, o] * parameters[0][w];
            gradients[0][w] += outputGradient[n, y, x, o] * input[n, iy, ix, o / Multiplier];
        });
        if (Bias)
        {
            ForEachOutput(output, (n, y, x, o) => gradients[1][o] += outputGradient[n, y, x, o]);
        }

        return inputGradient;
    }

    private static void ForEachOutput(Tensor output, Action<int, int, int, int> visit)
    {
        for (int i = 0; i < output.Values.Length; i++)
        {
            int channel = i % output.Channels, column = i / output.Channels;
            int row = column / output.Width, sample = row / output.Height;
            visit(sample, row % output.Height, column % output.Width, channel);
        }
    }

    private delegate void Product(int sample, int inputY, int inputX, int y, int x, int filter, int weight);

    private void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        ForEachOutput(output, (n, y, x, o) =>
        {
            for (int ky = 0; ky < Window.Height; ky++)
            {
                for (int kx = 0; kx < Window.Width; kx++)
                {
                    (int iy, int ix) = (rows.Cell(y, ky), columns.Cell(x, kx));
                    if (input.Covers(iy, ix))
                    {
                        visit(n, iy, ix, y, x, o, (((ky * Window.Width) + kx) * output.Channels) + o);
                    }
                }
            }
        });
    }
}
