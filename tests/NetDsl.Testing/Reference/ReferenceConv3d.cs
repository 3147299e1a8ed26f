namespace NetDsl.Testing.Reference;

/// <summary>Convolution over volumes, weights depth x height x width x in/groups x out.</summary>
public sealed record ReferenceConv3d(Window3d Window, int Filters) : ReferenceVolumeConvolution(Filters)
{
    public ReferenceConv3d(int depth, int height, int width, int filters, bool same = false)
        : this(new Window3d(depth, height, width, same), filters)
    {
    }

    public int Groups { get; init; } = 1;

    public override string Kind => "Conv3d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Depth}, {Window.Plane.Height}, {Window.Plane.Width}, {Filters}",
        .. Window.Plane.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1, 1),
        .. Groups == 1 ? Array.Empty<string>() : [$"Groups = {Groups}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return ReferenceShape.Volume(slices.Count, rows.Count, columns.Count, Filters);
    }

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
        WithBias(Window.Depth, Window.Plane.Height, Window.Plane.Width, input.Channels / Groups, Filters);

    protected override void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        int inputs = input.Channels / Groups, filters = Filters / Groups;
        foreach (var at in CellsAndTaps(output, Window.Depth, Window.Plane.Height, Window.Plane.Width))
        {
            (int z, int y, int x) = (slices.Cell(at.Z, at.TapZ), rows.Cell(at.Y, at.TapY), columns.Cell(at.X, at.TapX));
            for (int o = 0; o < Filters && input.Covers(z, y, x); o++)
            {
                for (int i = 0; i < inputs; i++)
                {
                    visit(
                        input.Index(at.N, z, y, x, (o / filters * inputs) + i),
                        output.Index(at.N, at.Z, at.Y, at.X, o),
                        (((at.Tap * inputs) + i) * Filters) + o);
                }
            }
        }
    }
}
