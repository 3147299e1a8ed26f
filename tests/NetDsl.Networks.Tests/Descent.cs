namespace NetDsl.Networks.Tests;

/// <summary>Gradient descent through the public members, so that no test here depends on the library's optimisers.</summary>
internal static class Descent
{
    public static void Step(ParameterSet parameters, float rate)
    {
        foreach (Parameter parameter in parameters)
        {
            var values = new float[parameter.Length];
            var gradient = new float[parameter.Length];
            parameter.CopyTo(values);
            parameter.CopyGradientTo(gradient);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] -= rate * gradient[i];
            }

            parameter.CopyFrom(values);
        }
    }
}
