using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Which form training takes: blocks of channels where wide convolutions do most of the work and every layer has kernels for them,
/// else samples in the lanes.
/// </summary>
internal static class TrainingFormChoice
{
    public static TrainingForm Of(Fusion fusion)
    {
        Operation[] operations = [.. fusion.Nodes.Select(node => node.Operation)];
        long all = operations.Sum(operation => operation.Multiplies), wide = operations.Where(IsWide).Sum(operation => operation.Multiplies);
        return wide * 2 > all && fusion.Nodes.All(node => Fits(fusion, node)) && Enumerable.Range(1, fusion.Values.Count - 1).All(value => Fits(fusion, value))
            ? TrainingForm.Blocks
            : TrainingForm.Lanes;
    }

    private static bool IsWide(Operation operation) =>
        operation is Convolution convolution && Whole(convolution.Input.Channels) && Whole(convolution.Filters);

    private static bool Fits(Fusion fusion, PlanNode node) => node.Operation switch
    {
        DepthwiseConvolution => false,
        Convolution convolution => convolution is { Groups: 1, Connections: null, Height.Dilation: 1, Width.Dilation: 1 }
            && (Whole(convolution.Input.Channels) || convolution.Input.Channels < Level.CellFloats),
        Normalization or FullyConnected => Whole(fusion.Values[node.Input].Shape.Channels),
        Activation or Addition or Concatenation or Dropping or Pooling or GlobalPooling => true,
        _ => false,
    };

    // Only what leaves the network may fill its last block in part, because nothing reads the rest of it.
    private static bool Fits(Fusion fusion, int value) => Whole(fusion.Values[value].Shape.Channels)
        || (fusion.Nodes[fusion.Producer(value)] is { Operation: FullyConnected } && fusion.Readers(value).Count == 0);

    private static bool Whole(int channels) => channels % Level.CellFloats == 0;
}
