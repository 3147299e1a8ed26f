using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime;

/// <content>x times a gate between 0 and 1, and the derivatives.</content>
public static partial class VectorMath
{
    /// <summary>x / (1 + exp(-x)) of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> x) => x * Sigmoid(x);

    /// <inheritdoc cref="Silu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Silu(Vector256<float> x) => x * Sigmoid(x);

    /// <inheritdoc cref="Silu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Silu(Vector128<float> x) => x * Sigmoid(x);

    /// <summary>The derivative s * (1 + x * (1 - s)) of <see cref="Silu(Vector512{float})"/>, with s = 1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluDerivative(Vector512<float> x)
    {
        Vector512<float> s = Sigmoid(x);
        return s + x * s * (Vector512<float>.One - s);
    }

    /// <inheritdoc cref="SiluDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluDerivative(Vector256<float> x)
    {
        Vector256<float> s = Sigmoid(x);
        return s + x * s * (Vector256<float>.One - s);
    }

    /// <inheritdoc cref="SiluDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluDerivative(Vector128<float> x)
    {
        Vector128<float> s = Sigmoid(x);
        return s + x * s * (Vector128<float>.One - s);
    }

    /// <summary>x * min(max(x + 3, 0), 6) / 6 of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> x)
    {
        Vector512<float> gate = x * (1f / 6) + Vector512.Create(0.5f);
        return x * Vector512.MaxNative(Vector512<float>.Zero, Vector512.MinNative(Vector512<float>.One, gate));
    }

    /// <inheritdoc cref="HardSwish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwish(Vector256<float> x)
    {
        Vector256<float> gate = x * (1f / 6) + Vector256.Create(0.5f);
        return x * Vector256.MaxNative(Vector256<float>.Zero, Vector256.MinNative(Vector256<float>.One, gate));
    }

    /// <inheritdoc cref="HardSwish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwish(Vector128<float> x)
    {
        Vector128<float> gate = x * (1f / 6) + Vector128.Create(0.5f);
        return x * Vector128.MaxNative(Vector128<float>.Zero, Vector128.MinNative(Vector128<float>.One, gate));
    }

    /// <summary>The derivative of <see cref="HardSwish(Vector512{float})"/>: 0 up to -3, 1 from 3 on, (2x + 3) / 6 between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishDerivative(Vector512<float> x)
    {
        Vector512<float> between = x * (1f / 3) + Vector512.Create(0.5f);
        Vector512<float> low = Vector512.LessThanOrEqual(x, Vector512.Create(-3f)), high = Vector512.GreaterThanOrEqual(x, Vector512.Create(3f));
        return Vector512.ConditionalSelect(high, Vector512<float>.One, Vector512.AndNot(between, low));
    }

    /// <inheritdoc cref="HardSwishDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwishDerivative(Vector256<float> x)
    {
        Vector256<float> between = x * (1f / 3) + Vector256.Create(0.5f);
        Vector256<float> low = Vector256.LessThanOrEqual(x, Vector256.Create(-3f)), high = Vector256.GreaterThanOrEqual(x, Vector256.Create(3f));
        return Vector256.ConditionalSelect(high, Vector256<float>.One, Vector256.AndNot(between, low));
    }

    /// <inheritdoc cref="HardSwishDerivative(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwishDerivative(Vector128<float> x)
    {
        Vector128<float> between = x * (1f / 3) + Vector128.Create(0.5f);
        Vector128<float> low = Vector128.LessThanOrEqual(x, Vector128.Create(-3f)), high = Vector128.GreaterThanOrEqual(x, Vector128.Create(3f));
        return Vector128.ConditionalSelect(high, Vector128<float>.One, Vector128.AndNot(between, low));
    }
}
