using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>Batch normalisation of every channel.</summary>
/// <param name="Input">Shape of both sides.</param>
/// <param name="Momentum">What a step keeps of the moving averages.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="ZeroInit">Whether gamma starts with 0.</param>
internal sealed record Normalization(Shape Input, double Momentum, double Epsilon, bool ZeroInit) : Operation(Input, Input)
{
    public override EquatableArray<ParameterModel> Parameters => new[]
    {
        Vector("gamma", ZeroInit ? 0 : 1),
        Vector("beta", 0),
        Vector("moving_mean", 0) with { Trainable = false },
        Vector("moving_var", 1) with { Trainable = false },
    }.ToEquatableArray();

    public override string Description => $"epsilon {Describe.Number(Epsilon)}";

    private ParameterModel Vector(string name, double start) =>
        new(name, new[] { Input.Channels }.ToEquatableArray(), Initializer.Zeros, 1, Input.Channels, Input.Channels, start);
}
