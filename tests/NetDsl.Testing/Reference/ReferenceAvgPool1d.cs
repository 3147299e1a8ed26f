namespace NetDsl.Testing.Reference;

/// <summary>The mean of every window of a sequence.</summary>
public sealed record ReferenceAvgPool1d(Window1d Window) : ReferencePool1d(Window)
{
    public override string Kind => "AvgPool1d";

    protected override ReferenceLayer OverRow => new ReferenceAvgPool2d(Window.OverRow);
}
