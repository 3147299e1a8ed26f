using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A layer that applies one function to every value by itself.</summary>
internal abstract class ActivationLayer : LayerKind
{
    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        double alpha = Alpha(arguments);
        string form = Form(arguments);
        return arguments.Faulty ? null : new Activation(input, Name, alpha, form);
    }

    /// <summary>Whether the function is a statement or two, to be applied while a tile is in registers.</summary>
    public virtual bool InRegisters => false;

    /// <summary>
    /// Whether the derivative is a function of the input and not of the output, as where the function is not monotonic.
    /// Training keeps such an input, so that no layer before it applies the function.
    /// </summary>
    public virtual bool DerivativeFromInput => false;

    /// <summary>The function as a C# expression over vectors of type V.</summary>
    /// <param name="value">An expression for the input.</param>
    /// <param name="alpha">The function's one number.</param>
    public abstract string Forward(string value, double alpha);

    /// <summary>The gradient times the derivative, as a C# expression over vectors of type V.</summary>
    /// <param name="gradient">An expression for the output's gradient.</param>
    /// <param name="known">An expression for what <see cref="Forward"/> gave, or got where <see cref="DerivativeFromInput"/>.</param>
    /// <param name="alpha">The function's one number.</param>
    public abstract string Backward(string gradient, string known, double alpha);

    /// <summary>The formulas of a form that <see cref="Form"/> gave.</summary>
    public virtual ActivationLayer InForm(string form) => this;

    /// <summary>Which of several formulas is meant, as part of kernels' names; empty for the usual one.</summary>
    protected virtual string Form(LayerArguments arguments) => "";

    /// <summary>The function's one number; 0 where it has none.</summary>
    protected virtual double Alpha(LayerArguments arguments) => 0;
}
