using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime;

/// <content>Functions of exp(x) - 1 that keep small values exact.</content>
public static partial class VectorMath
{
    /// <summary>
    /// 1 - exp(-x) of every lane that is not negative, as 2t / (1 + t) with t = tanh(x / 2): accurate near 0, where the
    /// difference would cancel. Other lanes are meaningless.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneMinusExp(Vector512<float> x)
    {
        Vector512<float> t = Tanh(x * 0.5f);
        return (t + t) / (Vector512<float>.One + t);
    }

    /// <inheritdoc cref="OneMinusExp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OneMinusExp(Vector256<float> x)
    {
        Vector256<float> t = Tanh(x * 0.5f);
        return (t + t) / (Vector256<float>.One + t);
    }

    /// <inheritdoc cref="OneMinusExp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OneMinusExp(Vector128<float> x)
    {
        Vector128<float> t = Tanh(x * 0.5f);
        return (t + t) / (Vector128<float>.One + t);
    }

    /// <summary>x of every positive lane, alpha * (exp(x) - 1) of every other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> x, float alpha) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), x, OneMinusExp(-x) * -alpha);

    /// <inheritdoc cref="Elu(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> x, float alpha) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<float>.Zero), x, OneMinusExp(-x) * -alpha);

    /// <inheritdoc cref="Elu(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> x, float alpha) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128<float>.Zero), x, OneMinusExp(-x) * -alpha);

    /// <summary>
    /// log(1 + exp(x)) of every lane, as max(x, 0) + log(1 + e) with e = exp(-|x|), which cannot overflow. What the sum 1 + e
    /// rounds off is added to its logarithm, so that small results keep their digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        Vector512<float> e = Vector512.Exp(-Vector512.Abs(x)), sum = Vector512<float>.One + e;
        Vector512<float> lost = e - (sum - Vector512<float>.One);

        // The operand order lets NaN through: where one is NaN, the native maximum gives the second.
        return Vector512.MaxNative(Vector512<float>.Zero, x) + (Vector512.Log(sum) + lost / sum);
    }

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x)
    {
        Vector256<float> e = Vector256.Exp(-Vector256.Abs(x)), sum = Vector256<float>.One + e;
        Vector256<float> lost = e - (sum - Vector256<float>.One);

        // The operand order lets NaN through: where one is NaN, the native maximum gives the second.
        return Vector256.MaxNative(Vector256<float>.Zero, x) + (Vector256.Log(sum) + lost / sum);
    }

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x)
    {
        Vector128<float> e = Vector128.Exp(-Vector128.Abs(x)), sum = Vector128<float>.One + e;
        Vector128<float> lost = e - (sum - Vector128<float>.One);

        // The operand order lets NaN through: where one is NaN, the native maximum gives the second.
        return Vector128.MaxNative(Vector128<float>.Zero, x) + (Vector128.Log(sum) + lost / sum);
    }
}
