using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime;

/// <content>The error function, the Gaussian error linear unit in both forms, and its derivatives.</content>
public static partial class VectorMath
{
    private const float ErfLimit = 4;
    private const float ErfP1 = 1.128379107e+00f, ErfP3 = 1.860024035e-01f, ErfP5 = 5.461936444e-02f, ErfP7 = 3.916794900e-03f,
        ErfP9 = 3.899381845e-04f, ErfP11 = 4.901692137e-06f, ErfP13 = -1.425495899e-08f;
    private const float ErfQ2 = 4.981728792e-01f, ErfQ4 = 1.144650131e-01f, ErfQ6 = 1.561620738e-02f, ErfQ8 = 1.336751040e-03f, ErfQ10 = 6.532674888e-05f;
    private const float SqrtHalf = 0.707106781f, DensityAtZero = 0.398942280f;

    // 2 * sqrt(2 / pi), and that times 0.044715.
    private const float Steepness = 1.59576912f, Bend = 0.0713548163f;

    /// <summary>
    /// The error function of every lane: an odd rational function of degree 13 over 10 up to 4, where the result is 1 in
    /// single precision. It interpolates erf within 4e-8; with rounding the error stays below 5e-7. NaN passes through.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        // The native forms give the second operand where one is NaN.
        x = Vector512.MaxNative(Vector512.Create(-ErfLimit), Vector512.MinNative(Vector512.Create(ErfLimit), x));
        Vector512<float> s = x * x;
        Vector512<float> p = Vector512.MultiplyAddEstimate(s, Vector512.Create(ErfP13), Vector512.Create(ErfP11));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(ErfP9));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(ErfP7));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(ErfP5));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(ErfP3));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(ErfP1));
        Vector512<float> q = Vector512.MultiplyAddEstimate(s, Vector512.Create(ErfQ10), Vector512.Create(ErfQ8));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(ErfQ6));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(ErfQ4));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(ErfQ2));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512<float>.One);
        return x * p / q;
    }

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        // The native forms give the second operand where one is NaN.
        x = Vector256.MaxNative(Vector256.Create(-ErfLimit), Vector256.MinNative(Vector256.Create(ErfLimit), x));
        Vector256<float> s = x * x;
        Vector256<float> p = Vector256.MultiplyAddEstimate(s, Vector256.Create(ErfP13), Vector256.Create(ErfP11));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(ErfP9));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(ErfP7));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(ErfP5));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(ErfP3));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(ErfP1));
        Vector256<float> q = Vector256.MultiplyAddEstimate(s, Vector256.Create(ErfQ10), Vector256.Create(ErfQ8));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(ErfQ6));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(ErfQ4));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(ErfQ2));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256<float>.One);
        return x * p / q;
    }

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x)
    {
        // The native forms give the second operand where one is NaN.
        x = Vector128.MaxNative(Vector128.Create(-ErfLimit), Vector128.MinNative(Vector128.Create(ErfLimit), x));
        Vector128<float> s = x * x;
        Vector128<float> p = Vector128.MultiplyAddEstimate(s, Vector128.Create(ErfP13), Vector128.Create(ErfP11));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(ErfP9));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(ErfP7));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(ErfP5));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(ErfP3));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(ErfP1));
        Vector128<float> q = Vector128.MultiplyAddEstimate(s, Vector128.Create(ErfQ10), Vector128.Create(ErfQ8));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(ErfQ6));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(ErfQ4));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(ErfQ2));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128<float>.One);
        return x * p / q;
    }

    /// <summary>x * (1 + erf(x / sqrt(2))) / 2 of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> x)
    {
        Vector512<float> half = x * 0.5f;
        return half + half * Erf(x * SqrtHalf);
    }

    /// <inheritdoc cref="Gelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> x)
    {
        Vector256<float> half = x * 0.5f;
        return half + half * Erf(x * SqrtHalf);
    }

    /// <inheritdoc cref="Gelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> x)
    {
        Vector128<float> half = x * 0.5f;
        return half + half * Erf(x * SqrtHalf);
    }

    /// <summary>The derivative of <see cref="Gelu(Vector512{float})"/>: (1 + erf(x / sqrt(2))) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluDerivative(Vector512<float> x)
    {
        Vector512<float> share = Vector512.Create(0.5f) + Erf(x * SqrtHalf) * 0.5f;
        return share + x * Vector512.Exp(x * x * -0.5f) * DensityAtZero;
    }

    /// <inheritdoc cref="GeluDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluDerivative(Vector256<float> x)
    {
        Vector256<float> share = Vector256.Create(0.5f) + Erf(x * SqrtHalf) * 0.5f;
        return share + x * Vector256.Exp(x * x * -0.5f) * DensityAtZero;
    }

    /// <inheritdoc cref="GeluDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluDerivative(Vector128<float> x)
    {
        Vector128<float> share = Vector128.Create(0.5f) + Erf(x * SqrtHalf) * 0.5f;
        return share + x * Vector128.Exp(x * x * -0.5f) * DensityAtZero;
    }

    /// <summary>
    /// x * (1 + tanh(u)) / 2 of every lane, with u = sqrt(2 / pi) * (x + 0.044715 * x * x * x); computed as x / (1 + exp(-2u)), which
    /// is exactly 0 far below 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanh(Vector512<float> x) => x * Sigmoid(x * (Vector512.Create(Steepness) + x * x * Bend));

    /// <inheritdoc cref="GeluTanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanh(Vector256<float> x) => x * Sigmoid(x * (Vector256.Create(Steepness) + x * x * Bend));

    /// <inheritdoc cref="GeluTanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluTanh(Vector128<float> x) => x * Sigmoid(x * (Vector128.Create(Steepness) + x * x * Bend));

    /// <summary>The derivative of <see cref="GeluTanh(Vector512{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanhDerivative(Vector512<float> x)
    {
        Vector512<float> square = x * x, s = Sigmoid(x * (Vector512.Create(Steepness) + square * Bend));
        Vector512<float> slope = Vector512.Create(Steepness) + square * (3 * Bend);
        return s + x * s * (Vector512<float>.One - s) * slope;
    }

    /// <inheritdoc cref="GeluTanhDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanhDerivative(Vector256<float> x)
    {
        Vector256<float> square = x * x, s = Sigmoid(x * (Vector256.Create(Steepness) + square * Bend));
        Vector256<float> slope = Vector256.Create(Steepness) + square * (3 * Bend);
        return s + x * s * (Vector256<float>.One - s) * slope;
    }

    /// <inheritdoc cref="GeluTanhDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluTanhDerivative(Vector128<float> x)
    {
        Vector128<float> square = x * x, s = Sigmoid(x * (Vector128.Create(Steepness) + square * Bend));
        Vector128<float> slope = Vector128.Create(Steepness) + square * (3 * Bend);
        return s + x * s * (Vector128<float>.One - s) * slope;
    }
}
