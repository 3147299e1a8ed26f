using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime;

/// <content>Powers.</content>
public static partial class VectorMath
{
    /// <summary>x^exponent of every lane that is above 0, as exp(exponent * log(x)): the relative error grows with the result's logarithm, 1e-7 for each unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Power(Vector512<float> x, float exponent) => Vector512.Exp(Vector512.Log(x) * exponent);

    /// <inheritdoc cref="Power(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Power(Vector256<float> x, float exponent) => Vector256.Exp(Vector256.Log(x) * exponent);

    /// <inheritdoc cref="Power(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Power(Vector128<float> x, float exponent) => Vector128.Exp(Vector128.Log(x) * exponent);
}
