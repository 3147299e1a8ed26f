namespace NetDsl.Generator.Kernels;

/// <summary>The numbers of a local response normalisation, and its formulas as text.</summary>
internal sealed record ResponsePower(int Radius, double Bias, double Alpha, double Beta)
{
    /// <summary>Channels that a sum runs over.</summary>
    public int Window => (2 * Radius) + 1;

    /// <summary>Part of a kernel's name.</summary>
    public string Identifier => $"{Window}" + string.Concat(new[] { Bias, Alpha, Beta }.Select(number => "_" + Text.Word(number)));

    public string Formula => $"x / ({Text.Float(Bias)} + {Text.Float(Alpha)} * sum of x * x over {Words.Count(Window, "channel")})^{Text.Float(Beta)}";

    /// <summary>The statement that makes the energy of the variable <c>sum</c>.</summary>
    public string Energy(Level level) => $"V energy = {level.MultiplyAdd}(sum, Create({Text.Float(Alpha)}), Create({Text.Float(Bias)}));";

    /// <summary>A vector divided by the power of the energy; roots for the powers in use.</summary>
    public string Divide(string value) => Beta switch
    {
        0.5 => $"{value} / Sqrt(energy)",
        0.75 => $"{value} / (Sqrt(energy) * Sqrt(Sqrt(energy)))",
        1 => $"{value} / energy",
        _ => $"{value} * VectorMath.Power(energy, {Text.Float(-Beta)})",
    };
}
