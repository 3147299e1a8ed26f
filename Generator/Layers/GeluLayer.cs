namespace NetDsl.Generator.Layers;

/// <summary>x times the share of a normal distribution below x, by the error function or approximately by a hyperbolic tangent.</summary>
internal sealed class GeluLayer(string form = "") : ActivationLayer
{
    private const string Approximate = "Tanh";

    private static readonly GeluLayer TanhForm = new(Approximate);

    public override string Name => "Gelu";

    public override bool DerivativeFromInput => true;

    public override ActivationLayer InForm(string form) => form == Approximate ? TanhForm : this;

    public override string Forward(string value, double alpha) => $"VectorMath.Gelu{form}({value})";

    public override string Backward(string gradient, string input, double alpha) => $"{gradient} * VectorMath.Gelu{form}Derivative({input})";

    protected override string Form(LayerArguments arguments) => arguments.Flag("Approximate", false) ? Approximate : "";
}
