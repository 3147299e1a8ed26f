namespace NetDsl.Testing.Reference;

/// <summary>The maximum of every window of a sequence.</summary>
public sealed record ReferenceMaxPool1d(Window1d Window) : ReferencePool1d(Window)
{
    public override string Kind => "MaxPool1d";

    protected override ReferenceLayer OverRow => new ReferenceMaxPool2d(Window.OverRow);
}
