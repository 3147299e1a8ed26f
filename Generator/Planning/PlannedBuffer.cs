namespace NetDsl.Generator.Planning;

/// <summary>A piece of planned memory: where it is, and when.</summary>
/// <param name="Name">The constant that names its start, or what it is for.</param>
/// <param name="What">Its contents in words.</param>
/// <param name="Offset">Floats of one sample from the start of the memory.</param>
/// <param name="Size">Floats of one sample.</param>
/// <param name="First">The step that begins to use it; an index into the names of the steps.</param>
/// <param name="Last">The last step that uses it.</param>
internal sealed record PlannedBuffer(string Name, string What, long Offset, long Size, int First, int Last);
