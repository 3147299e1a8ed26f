using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>Dropout as prediction sees it: nothing happens.</summary>
public sealed record ReferenceDropout(double Rate) : ReferenceLayer
{
    public override string Kind => "Dropout";

    public override IEnumerable<string> Arguments => [Rate.ToString(CultureInfo.InvariantCulture)];

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) => input;

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        outputGradient;
}
