namespace NetDsl.Peers;

/// <summary>Numbers for networks that nobody has trained: speed does not depend on them, comparing outputs does.</summary>
internal static class MadeUp
{
    public static float[] Input(int length)
    {
        var random = new Random(1);
        return Values(random, length, -1, 1);
    }

    /// <summary>
    /// Gives biases and batch normalisations values as training might leave them: fresh ones are zeros and ones, and would hide an
    /// exchange. Gammas below 1 keep deep residual networks from growing.
    /// </summary>
    public static void Statistics(ParameterSet parameters)
    {
        var random = new Random(2);
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Shape.Count == 1))
        {
            (float least, float most) = parameter.Name[(parameter.Name.LastIndexOf('.') + 1)..] switch
            {
                "gamma" => (0.4f, 0.8f),
                "moving_var" => (0.5f, 1.5f),
                _ => (-0.1f, 0.1f),
            };
            parameter.CopyFrom(Values(random, parameter.Length, least, most));
        }
    }

    private static float[] Values(Random random, int count, float least, float most) =>
        [.. Enumerable.Range(0, count).Select(_ => least + (most - least) * random.NextSingle())];
}
