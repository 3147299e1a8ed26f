namespace NetDsl.Testing.Reference;

/// <summary>Convolution over volumes, weights depth x height x width x in/groups x out.</summary>
public sealed record ReferenceConv3d(Window3d Window, int Filters) : ReferenceLayer
{
    public ReferenceConv3d(int depth, int height, int width, int filters, bool same = false)
        : this(new Window3d(depth, height, width, same), filters)
    {
    }

    public int Groups { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public override string Kind => "Conv3d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Depth}, {Window.Plane.Height}, {Window.Plane.Width}, {Filters}",
        .. Window.Plane.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1, hasDilation: true),
        .. Groups == 1 ? Array.Empty<string>() : [$"Groups = {Groups}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return ReferenceShape.Volume(slices.Count, rows.Count, columns.Count, Filters);
    }

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
    [
        ("weight", [Window.Depth, Window.Plane.Height, Window.Plane.Width, input.Channels / Groups, Filters]),
        .. Bias ? [("bias", [Filters])] : Array.Empty<(string, int[])>(),
    ];

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        for (int i = 0; i < output.Values.Length; i++)
        {
            output.Values[i] = Bias ? parameters[1][i % Filters] : 0;
        }

        ForEachProduct(input, output, (x, y, w) => output.Values[y] += input.Values[x] * parameters[0][w]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachProduct(input, output, (x, y, w) =>
        {
            inputGradient.Values[x] += outputGradient.Values[y] * parameters[0][w];
            gradients[0][w] += outputGradient.Values[y] * input.Values[x];
        });
        for (int i = 0; i < output.Values.Length && Bias; i++)
        {
            gradients[1][i % Filters] += outputGradient.Values[i];
        }

        return inputGradient;
    }

    private delegate void Product(int input, int output, int weight);

    /// <summary>Visits every product of an input value and a weight, with the output value that it is part of.</summary>
    private void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        int inputs = input.Channels / Groups, filters = Filters / Groups;
        var taps = from kz in Enumerable.Range(0, Window.Depth)
                   from ky in Enumerable.Range(0, Window.Plane.Height)
                   from kx in Enumerable.Range(0, Window.Plane.Width)
                   select (kz, ky, kx, Number: (((kz * Window.Plane.Height) + ky) * Window.Plane.Width) + kx);
        var cells = from n in Enumerable.Range(0, output.Batch)
                    from z in Enumerable.Range(0, output.Depth)
                    from y in Enumerable.Range(0, output.Height)
                    from x in Enumerable.Range(0, output.Width)
                    select (n, z, y, x);
        foreach ((int n, int z, int y, int x) in cells)
        {
            foreach ((int kz, int ky, int kx, int tap) in taps)
            {
                (int iz, int iy, int ix) = (slices.Cell(z, kz), rows.Cell(y, ky), columns.Cell(x, kx));
                for (int o = 0; o < Filters && input.Covers(iz, iy, ix); o++)
                {
                    for (int i = 0; i < inputs; i++)
                    {
                        visit(
                            input.Index(n, iz, iy, ix, (o / filters * inputs) + i),
                            output.Index(n, z, y, x, o),
                            (((tap * inputs) + i) * Filters) + o);
                    }
                }
            }
        }
    }
}
