namespace NetDsl.Generator.Model;

/// <summary>Every row and column repeated.</summary>
internal sealed record Upsampling(Shape Input, Shape Output, int Factor) : Operation(Input, Output)
{
    public override string Description => $"{Factor} times";
}
