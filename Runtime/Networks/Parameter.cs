using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// One named tensor of a network: a view on the network's memory in canonical layout (convolution kernels
/// height x width x in x out, dense weights in x out).
/// </summary>
public sealed class Parameter
{
    private readonly ParameterStore store;
    private readonly int offset;

    internal Parameter(ParameterStore store, int offset, ParameterSpec spec)
    {
        this.store = store;
        this.offset = offset;
        Name = spec.Name;
        Shape = spec.Shape;
        Length = spec.Length;
        Trainable = spec.Trainable;
        Initialization = spec;
    }

    /// <summary>The layer's path and the tensor's name, such as <c>C1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The dimensions, outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>False for statistics that training updates without a gradient.</summary>
    public bool Trainable { get; }

    /// <summary>
    /// Whether training leaves the values alone (<see cref="ParameterSet.Freeze"/>). The statistics of a frozen batch normalisation stay as they
    /// are too, though the layer normalises by each batch's own while it trains.
    /// </summary>
    public bool Frozen { get; internal set; }

    /// <summary>Whether an optimiser's step changes the values.</summary>
    internal bool Learns => Trainable && !Frozen;

    internal ParameterSpec Initialization { get; }

    internal Span<float> Values => store.Values.Slice(offset, Length);

    internal Span<float> Gradient => store.Gradients.Slice(offset, Length);

    /// <summary>Copies the values out.</summary>
    /// <exception cref="ArgumentException">The span is not of <see cref="Length"/>.</exception>
    public void CopyTo(Span<float> destination) => Values.CopyTo(Checked(destination));

    /// <summary>Replaces the values.</summary>
    /// <exception cref="ArgumentException">The span is not of <see cref="Length"/>.</exception>
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        if (source.Length != Length)
        {
            throw WrongLength(source.Length);
        }

        source.CopyTo(Values);
        store.Touch();
    }

    /// <summary>Copies the gradient of the last backward pass out.</summary>
    /// <exception cref="ArgumentException">The span is not of <see cref="Length"/>.</exception>
    /// <exception cref="InvalidOperationException">No training pass was ever opened, so there are no gradients.</exception>
    public void CopyGradientTo(Span<float> destination) => Gradient.CopyTo(Checked(destination));

    private Span<float> Checked(Span<float> span) => span.Length == Length ? span : throw WrongLength(span.Length);

    private ArgumentException WrongLength(int given) =>
        new($"{Name} has {SampleGeometry.Text(Length)} values ({string.Join(" x ", Shape)}); the span has {SampleGeometry.Text(given)}");
}
