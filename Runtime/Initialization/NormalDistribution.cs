namespace NetDsl.Runtime;

/// <summary>
/// The quantile of the standard normal distribution, in IEEE operations only: the C library's logarithm differs
/// between platforms in the last bit, and a seed must give the same weights everywhere.
/// </summary>
internal static class NormalDistribution
{
    /// <summary>The value below which a normal variable falls with probability <paramref name="p"/>.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <remarks>Algorithm AS 241, PPND16 (Wichura 1988), about 16 digits.</remarks>
    public static double Quantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - q * q;
            return q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
                + 133.14166789178437745) * r + 3.387132872796366608)
                / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
                + 42.313330701600911252) * r + 1.0);
        }

        double tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double value = tail <= 5 ? NearTail(tail - 1.6) : FarTail(tail - 5);
        return q < 0 ? -value : value;
    }

    private static double NearTail(double r) =>
        (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
        + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
        + 4.6303378461565452959) * r + 1.42343711074968357734)
        / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
        + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
        + 2.05319162663775882187) * r + 1.0);

    private static double FarTail(double r) =>
        (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
        + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
        + 5.4637849111641143699) * r + 6.6579046435011037772)
        / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
        + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
        + 0.59983220655588793769) * r + 1.0);

    /// <summary>ln x = e ln 2 + 2 artanh((m - 1) / (m + 1)) with x = m 2^e and m within sqrt(1/2) to sqrt(2).</summary>
    private static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double t = (mantissa - 1) / (mantissa + 1);
        double sum = 0;
        for (int k = 21; k >= 1; k -= 2)
        {
            sum = sum * t * t + 1.0 / k;
        }

        return exponent * 0.69314718055994530942 + 2 * t * sum;
    }
}
