namespace NetDsl;

/// <summary>A tensor's entry in a safetensors header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values as the file writes it, such as <c>F32</c>.</param>
/// <param name="Shape">Dimensions, outermost first; none for a scalar.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where its bytes end.</param>
public sealed record SafetensorsTensor(string Name, string Type, IReadOnlyList<int> Shape, long Begin, long End);
