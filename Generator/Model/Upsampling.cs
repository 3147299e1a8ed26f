namespace NetDsl.Generator.Model;

/// <summary>Every row and column repeated.</summary>
internal sealed record Upsampling(Shape Input, Shape Output, int Factor) : Operation(Input, Output)
{
    public override string Description => $"{Factor} times";

    public override (Axis Height, Axis Width)? Window => (Copies(Output.Height, Input.Height), Copies(Output.Width, Input.Width));

    public override bool Transposed => true;

    private Axis Copies(int to, int from) => new(to, Factor, Factor, 1, 0, 0, from);
}
