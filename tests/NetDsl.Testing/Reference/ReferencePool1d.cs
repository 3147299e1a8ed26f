namespace NetDsl.Testing.Reference;

/// <summary>What the maximum and the mean over windows of a sequence share.</summary>
public abstract record ReferencePool1d(Window1d Window) : ReferenceSequence(Window)
{
    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Length}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(Window.Length),
    ];
}
