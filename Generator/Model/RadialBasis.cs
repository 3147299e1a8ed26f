using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>Squared distances from fixed codes (LeCun et al. 1998).</summary>
/// <param name="Input">What is compared, as a vector.</param>
/// <param name="Output">One feature a code.</param>
/// <param name="Signs">All codes one after the other, '+' for 1 and '-' for -1.</param>
internal sealed record RadialBasis(Shape Input, Shape Output, string Signs) : Operation(Input, Output)
{
    public override EquatableArray<ParameterModel> Parameters => new[]
    {
        new ParameterModel(
            "codes", new[] { Output.Channels, (int)Input.Length }.ToEquatableArray(),
            Initializer.Zeros, 1, (int)Input.Length, Output.Channels, Trainable: false, Signs: Signs),
    }.ToEquatableArray();

    public override (Axis Height, Axis Width)? Window => Input.Rank == 0 ? null : (
        new Axis(Input.Height, Input.Height, 1, 1, 0, 0, 1),
        new Axis(Input.Width, Input.Width, 1, 1, 0, 0, 1));

    public override string Description => $"distances of {Input.Length} values from {Output.Channels} codes";
}
