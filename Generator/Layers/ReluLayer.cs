namespace NetDsl.Generator.Layers;

/// <summary>max(x, 0).</summary>
internal sealed class ReluLayer : ActivationLayer
{
    public override string Name => "Relu";

    public override bool InRegisters => true;

    // The operand order lets NaN through: where one is NaN, the native maximum gives the second.
    public override string Forward(string value, double alpha) => $"MaxNative(V.Zero, {value})";

    public override string Backward(string gradient, string output, double alpha) => $"{gradient} & GreaterThan({output}, V.Zero)";
}
