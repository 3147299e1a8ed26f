namespace NetDsl.Generator.Model;

/// <summary>Every value divided by (bias + alpha * sum of squares over neighbouring channels)^beta (Krizhevsky et al. 2012).</summary>
/// <param name="Input">Shape of both sides.</param>
/// <param name="Radius">Channels on either side that count, below the number of channels.</param>
/// <param name="Bias">What is added to the energy.</param>
/// <param name="Alpha">Factor on the sum of squares.</param>
/// <param name="Beta">The power.</param>
internal sealed record ResponseNormalization(Shape Input, int Radius, double Bias, double Alpha, double Beta) : Operation(Input, Input)
{
    public override string Description =>
        $"over {(2 * Radius) + 1} channels, ({Describe.Number(Bias)} + {Describe.Number(Alpha)} * sum)^{Describe.Number(Beta)}";
}
