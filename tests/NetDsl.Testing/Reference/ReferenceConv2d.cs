namespace NetDsl.Testing.Reference;

/// <summary>Convolution (cross-correlation), weights height x width x in/groups x out.</summary>
public sealed record ReferenceConv2d(Window2d Window, int Filters) : ReferenceLayer
{
    public ReferenceConv2d(int height, int width, int filters, bool same = false)
        : this(new Window2d(height, width) { Same = same }, filters)
    {
    }

    public int Groups { get; init; } = 1;

    public bool Bias { get; init; } = true;

    /// <summary>The input maps that each filter sees: a row a map, an X a connection; empty where all are connected.</summary>
    public IReadOnlyList<string> Connections { get; init; } = [];

    public override string Kind => "Conv2d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Height}, {Window.Width}, {Filters}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1),
        .. Groups == 1 ? Array.Empty<string>() : [$"Groups = {Groups}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
        .. Connections.Count == 0 ? Array.Empty<string>() : [$"Connections = \"{string.Join(";", Connections)}\""],
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return new(rows.Count, columns.Count, Filters);
    }

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input)
    {
        (string, int[]) weight = ("weight", [Window.Height, Window.Width, input.Channels / Groups, Filters]);
        return Bias ? [weight, ("bias", [Filters])] : [weight];
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEachOutput(output, (n, y, x, o) => output[n, y, x, o] = Bias ? parameters[1][o] : 0);
        ForEachProduct(input, output, (n, iy, ix, i, y, x, o, w) => output[n, y, x, o] += input[n, iy, ix, i] * parameters[0][w]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachProduct(input, output, (n, iy, ix, i, y, x, o, w) =>
        {
            inputGradient[n, iy, ix, i] += outputGradient[n, y, x, o] * parameters[0][w];
            gradients[0][w] += outputGradient[n, y, x, o] * input[n, iy, ix, i];
        });
        if (Bias)
        {
            ForEachOutput(output, (n, y, x, o) => gradients[1][o] += outputGradient[n, y, x, o]);
        }

        return inputGradient;
    }

    private static void ForEachOutput(Tensor output, Action<int, int, int, int> visit)
    {
        for (int n = 0; n < output.Batch; n++)
        {
            for (int y = 0; y < output.Height; y++)
            {
                for (int x = 0; x < output.Width; x++)
                {
                    for (int o = 0; o < output.Channels; o++)
                    {
                        visit(n, y, x, o);
                    }
                }
            }
        }
    }

    private delegate void Product(int sample, int inputY, int inputX, int inputChannel, int y, int x, int filter, int weight);

    private void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        int inputsPerGroup = input.Channels / Groups, filtersPerGroup = Filters / Groups;
        ForEachOutput(output, (n, y, x, o) =>
        {
            int firstInput = o / filtersPerGroup * inputsPerGroup;
            for (int ky = 0; ky < Window.Height; ky++)
            {
                for (int kx = 0; kx < Window.Width; kx++)
                {
                    (int iy, int ix) = (rows.Cell(y, ky), columns.Cell(x, kx));
                    for (int i = 0; i < inputsPerGroup && input.Covers(iy, ix); i++)
                    {
                        int weight = (((((ky * Window.Width) + kx) * inputsPerGroup) + i) * Filters) + o;
                        if (Connections.Count == 0 || Connections[i][o] == 'X')
                        {
                            visit(n, iy, ix, firstInput + i, y, x, o, weight);
                        }
                    }
                }
            }
        });
    }
}
