namespace NetDsl.Generator.Layers;

/// <summary>min(max(x, 0), 6).</summary>
internal sealed class Relu6Layer : ActivationLayer
{
    public override string Name => "Relu6";

    public override bool InRegisters => true;

    // The operand order lets NaN through: where one is NaN, the native forms give the second.
    public override string Forward(string value, double alpha) => $"MaxNative(V.Zero, MinNative(Create(6f), {value}))";

    public override string Backward(string gradient, string output, double alpha) => $"{gradient} & GreaterThan({output}, V.Zero) & LessThan({output}, Create(6f))";
}
