using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime;

/// <summary>
/// Activation functions on whole vectors. The hyperbolic tangent is an odd rational function of degree 13 over 6 on the range
/// where it differs from 1, within 5 units in the last place; NaN passes through.
/// </summary>
public static partial class VectorMath
{
    private const float TanhLimit = 7.90531110763549805f;
    private const float P1 = 4.89352455891786e-03f, P3 = 6.37261928875436e-04f, P5 = 1.48572235717979e-05f, P7 = 5.12229709037114e-08f,
        P9 = -8.60467152213735e-11f, P11 = 2.00018790482477e-13f, P13 = -2.76076847742355e-16f;
    private const float Q0 = 4.89352518554385e-03f, Q2 = 2.26843463243900e-03f, Q4 = 1.18534705686654e-04f, Q6 = 1.19825839466702e-06f;

    /// <summary>tanh(x) of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // The native forms give the second operand where one is NaN.
        x = Vector512.MaxNative(Vector512.Create(-TanhLimit), Vector512.MinNative(Vector512.Create(TanhLimit), x));
        Vector512<float> s = x * x;
        Vector512<float> p = Vector512.FusedMultiplyAdd(s, Vector512.Create(P13), Vector512.Create(P11));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(P9));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(P7));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(P5));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(P3));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(P1));
        Vector512<float> q = Vector512.FusedMultiplyAdd(s, Vector512.Create(Q6), Vector512.Create(Q4));
        q = Vector512.FusedMultiplyAdd(q, s, Vector512.Create(Q2));
        q = Vector512.FusedMultiplyAdd(q, s, Vector512.Create(Q0));
        return x * p / q;
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.MaxNative(Vector256.Create(-TanhLimit), Vector256.MinNative(Vector256.Create(TanhLimit), x));
        Vector256<float> s = x * x;
        Vector256<float> p = Vector256.FusedMultiplyAdd(s, Vector256.Create(P13), Vector256.Create(P11));
        p = Vector256.FusedMultiplyAdd(p, s, Vector256.Create(P9));
        p = Vector256.FusedMultiplyAdd(p, s, Vector256.Create(P7));
        p = Vector256.FusedMultiplyAdd(p, s, Vector256.Create(P5));
        p = Vector256.FusedMultiplyAdd(p, s, Vector256.Create(P3));
        p = Vector256.FusedMultiplyAdd(p, s, Vector256.Create(P1));
        Vector256<float> q = Vector256.FusedMultiplyAdd(s, Vector256.Create(Q6), Vector256.Create(Q4));
        q = Vector256.FusedMultiplyAdd(q, s, Vector256.Create(Q2));
        q = Vector256.FusedMultiplyAdd(q, s, Vector256.Create(Q0));
        return x * p / q;
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        x = Vector128.MaxNative(Vector128.Create(-TanhLimit), Vector128.MinNative(Vector128.Create(TanhLimit), x));
        Vector128<float> s = x * x;
        Vector128<float> p = Vector128.MultiplyAddEstimate(s, Vector128.Create(P13), Vector128.Create(P11));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(P9));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(P7));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(P5));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(P3));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(P1));
        Vector128<float> q = Vector128.MultiplyAddEstimate(s, Vector128.Create(Q6), Vector128.Create(Q4));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(Q2));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(Q0));
        return x * p / q;
    }

    /// <summary>Stores the first two lanes and leaves what follows them alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePair(float* target, Vector128<float> value) => *(double*)target = value.AsDouble().ToScalar();

    /// <summary>1 / (1 + exp(-x)) of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x));

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Vector128<float>.One / (Vector128<float>.One + Vector128.Exp(-x));
}
