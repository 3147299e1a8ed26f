namespace NetDsl.Testing.Reference;

/// <summary>The error function in double precision.</summary>
public static class ErrorFunction
{
    /// <summary>Beyond it the result is 1 to the last bit.</summary>
    private const double Limit = 6;

    /// <summary>2 / sqrt(pi) * exp(-x * x) times a series whose terms all have the same sign, so that nothing cancels.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) > Limit)
        {
            return Math.Sign(x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > double.Epsilon + (1e-17 * Math.Abs(sum)); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
