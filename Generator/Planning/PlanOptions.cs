using NetDsl;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>What the choice of kernels depends on besides shapes.</summary>
/// <param name="Training">Whether the batch's forward and backward pass is planned, and not the prediction of one sample.</param>
/// <param name="Unroll">How much is written out.</param>
/// <param name="Precision">Which algorithms prediction may use.</param>
internal sealed record PlanOptions(bool Training, Unroll Unroll, Precision Precision)
{
    public static PlanOptions Of(ShapedNetwork network, bool training) => new(training, network.Model.Unroll, network.Model.Precision);
}
