using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>An activation that a kernel applies to what it computes, or whose derivative it multiplies with.</summary>
internal sealed record ActivationSpec(string Kind, double Alpha, string Form = "")
{
    private ActivationLayer Layer => ((ActivationLayer)LayerRegistry.Find(Kind)!).InForm(Form);

    /// <summary>Whether the function is a statement or two, to be applied while a tile is in registers.</summary>
    public bool InRegisters => Layer.InRegisters;

    /// <summary>Whether the derivative is computed from the input and not from the output.</summary>
    public bool DerivativeFromInput => Layer.DerivativeFromInput;

    public string Identifier => Kind + Form + (Alpha == 0 ? "" : Text.Word(Alpha));

    public static ActivationSpec Of(Activation activation) => new(activation.Kind, activation.Alpha, activation.Form);

    public string Apply(string value) => Layer.Forward(value, Alpha);

    public string Gradient(string gradient, string known) => Layer.Backward(gradient, known, Alpha);
}
