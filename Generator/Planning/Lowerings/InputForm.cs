namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>How the kernels of an operation see their input.</summary>
internal enum InputForm
{
    /// <summary>Cells with the operation's own channels, perhaps within a border.</summary>
    Cells,

    /// <summary>Every value by itself, in whatever shape it stands; the output stands likewise.</summary>
    AsItStands,

    /// <summary>All values at a stretch, channels last, whatever cells they form.</summary>
    AnyContiguous,
}
