using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of a convolution's input over blocks of 16 channels: for every remainder of row and column by the strides a convolution of
/// stride 1 over the output's gradient. Layers of all sizes and windows share this kernel.
/// </summary>
/// <param name="Activation">The activation before it, whose derivative is multiplied with; null where there is none.</param>
internal sealed record BlockConvInputGradient(ActivationSpec? Activation) : Kernel
{
    private readonly BlockTiles tiles = new(BlockWindow.Block, Activation, Gradient: true);

    public override string Name => "BlockConvInputGradient" + (Activation is null ? "" : "_of" + Activation.Identifier);

    public override string Summary =>
        $"Training, input gradient of a convolution{(Activation is null ? "" : ", times the derivative of the " + Activation.Kind + " before it")}, 16 channels in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "dy, dx: planes of cells, one for 16 channels, without a border; sizes and distances are in the window: layers of all sizes share the kernel.",
        "bordered: dy with zeros around it, where the window is larger than a cell; null elsewhere.",
        "kernel: row, column, channel, filter; packed: the same by blocks of channels and phases, a filter's 16 channels side by side.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Run",
        [
            "float* dy", "float* kernel", "float* packed", "float* bordered", .. Activation is null ? Array.Empty<string>() : ["float* values"], "float* dx", "in BlockConvolution window",
            "int groups", "int groupFloats", "Worker worker",
        ]),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return BlockTiles.Explain(level);
        yield return "Order: blocks of channels, samples, phases, tiles, blocks of filters, rows of taps, 16 filters of each tap.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line("BlockWeights.PackTurned(kernel, packed, window, worker.Share(window.InputBlocks));");
        writer.Line("if (bordered != null) BlockBorder.Copy(dy, bordered, window, groups, groupFloats, worker);");
        writer.Line("worker.Barrier();");
        writer.Line("float* source = bordered == null ? dy : bordered;");
        writer.Line("foreach (Share share in worker.Shares(window.InputBlocks * groups))");
        writer.Line("for (int item = share.From; item < share.To; item++)");
        writer.Block("for (int index = 0; index < window.RowStride * window.ColumnStride; index++)", () =>
        {
            writer.Line("int block = item / groups;");
            writer.Line("nint group = (nint)(item % groups) * groupFloats;");
            writer.Line("BlockPhase phase = window.Phase(index);");
            writer.Line("float* weights = packed + (nint)block * window.Taps * window.Filters * 16 + phase.Weights;");
            writer.Line("float* target = dx + group + (nint)block * window.InputRows * window.InputColumns * 16 + phase.Target;");
            string values = Activation is null ? "" : "values + group + (nint)block * window.InputPlane + phase.Values, ";
            writer.Line($"Tiles(source + group + phase.Source, weights, {values}target, phase.Walk);");
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level) => tiles.Write(writer, level);
}
