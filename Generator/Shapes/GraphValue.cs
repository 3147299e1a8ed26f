using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>A value that flows through a network.</summary>
/// <param name="Layer">Index of the layer whose output it is; -1 for the network's input.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsKnown">Whether the shape is certain: behind a fault it is not.</param>
/// <param name="Path">The layer's path, for messages.</param>
internal readonly record struct GraphValue(int Layer, Shape Shape, bool IsKnown, string Path)
{
    /// <summary>What stands behind a fault.</summary>
    public GraphValue Unknown => this with { IsKnown = false };

    public override string ToString() => Path.Length == 0 ? $"the input, {Shape}" : $"{Path}, {Shape}";
}
