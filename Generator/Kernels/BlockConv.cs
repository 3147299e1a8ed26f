using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of a batch over blocks of 16 channels, direct and tiled. The time is that of multiply-adds between registers, which
/// literal sizes would not make fewer, so that layers of all sizes and windows share this kernel.
/// </summary>
/// <param name="Lanes">Channels of an input's cell: 16, or the few of the network's input.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
internal sealed record BlockConv(int Lanes, ActivationSpec? Activation) : Kernel
{
    private readonly BlockTiles tiles = new(Lanes, Activation, Gradient: false);

    public override string Name => "BlockConv" + (Lanes == BlockWindow.Block ? "" : $"_{Lanes}channels") + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary => $"Training, forward: convolution{(Activation is null ? "" : ", " + Activation.Kind)}, 16 filters in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x, y: planes of cells, one for 16 channels; sizes and distances are in the window: layers of all sizes share the kernel.",
        "kernel: row, column, channel, filter; packed: the same, a block of filters after the other.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward",
        [
            "float* x", "float* kernel", "float* bias", "float* packed", "float* y", "in BlockConvolution window", .. Activation is null ? Array.Empty<string>() : ["bool activate"],
            "int groups", "int groupFloats", "Worker worker",
        ]),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return BlockTiles.Explain(level);
        yield return $"Order: blocks of filters, samples, tiles, blocks of channels, kernel rows, {(Lanes == BlockWindow.Block ? "16 channels of each kernel column" : $"{Words.Count(Lanes, "channel")} of each kernel column")}.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line("BlockWeights.Pack(kernel, packed, window, worker.Share(window.OutputBlocks));");
        writer.Line("worker.Barrier();");
        writer.Line("BlockWalk walk = window.Forward;");
        writer.Line("foreach (Share share in worker.Shares(window.OutputBlocks * groups))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line("int block = item / groups;");
            writer.Line("nint group = (nint)(item % groups) * groupFloats;");
            writer.Line("float* weights = packed + (nint)block * window.Taps * window.Channels * 16;");
            writer.Line($"Tiles(x + group + window.Corner, weights, bias == null ? null : bias + block * 16, y + group + (nint)block * window.OutputPlane, walk{(Activation is null ? "" : ", activate")});");
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level) => tiles.Write(writer, level);
}
