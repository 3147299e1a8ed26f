using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>What the residual networks share, as ONNX has it.</summary>
internal static class ResidualExport
{
    /// <summary>Stem, stages of blocks, mean and classes.</summary>
    /// <param name="onnx">Where to.</param>
    /// <param name="kind">The blocks' name; they are numbered through the whole network.</param>
    /// <param name="block">One block.</param>
    /// <param name="units">Blocks of each stage; all stages but the first halve height and width.</param>
    public static OnnxValue Network(OnnxGraph onnx, string kind, Func<OnnxValue, string, int, OnnxValue> block, params int[] units)
    {
        OnnxValue x = onnx.Input(224, 224, 3)
            .Conv("Conv2d1", stride: 2, pad: 3).BatchNorm("BatchNorm1").Relu().MaxPool(3, stride: 2, pad: 1);
        int number = 0;
        for (int stage = 0; stage < units.Length; stage++)
        {
            for (int unit = 0; unit < units[stage]; unit++)
            {
                x = block(x, $"{kind}{++number}", stage > 0 && unit == 0 ? 2 : 1);
            }
        }

        return x.GlobalAvgPool().Dense("Dense1");
    }

    /// <summary>The value itself, or a convolution and a batch normalisation where our shortcut has them.</summary>
    public static OnnxValue Shortcut(this OnnxValue x, string layer, int stride) =>
        x.Graph.Has($"{layer}.Conv2d1.weight") ? x.Conv($"{layer}.Conv2d1", stride).BatchNorm($"{layer}.BatchNorm1") : x;
}
