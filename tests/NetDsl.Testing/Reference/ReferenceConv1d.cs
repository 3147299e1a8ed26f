namespace NetDsl.Testing.Reference;

/// <summary>Convolution along a sequence: that of an image of one row, weights length x in/groups x out.</summary>
public sealed record ReferenceConv1d(Window1d Window, int Filters) : ReferenceSequence(Window)
{
    public ReferenceConv1d(int length, int filters, bool same = false)
        : this(new Window1d(length) { Same = same }, filters)
    {
    }

    public int Groups { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public override string Kind => "Conv1d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Length}, {Filters}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1),
        .. Groups == 1 ? Array.Empty<string>() : [$"Groups = {Groups}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    protected override ReferenceLayer OverRow => new ReferenceConv2d(Window.OverRow, Filters) { Groups = Groups, Bias = Bias };

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
    [
        ("weight", [Window.Length, input.Channels / Groups, Filters]),
        .. Bias ? [("bias", [Filters])] : Array.Empty<(string, int[])>(),
    ];
}
