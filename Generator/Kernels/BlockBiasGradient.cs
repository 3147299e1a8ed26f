using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Gradient of a convolution's bias with 16 filters in the lanes: the sum of the output's gradient. Layers of all sizes share this kernel.</summary>
internal sealed record BlockBiasGradient : Kernel
{
    public override string Name => "BlockBiasGradient";

    public override string Summary => "Training, bias gradient of a convolution: sums over samples and cells, 16 filters in the lanes of a cell.";

    public override IEnumerable<string> Legend => ["dy: planes of cells, one for 16 filters, without a border.", Words.Samples];

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* dy", "float* db", "in CellPlanes planes", "int groups", "int groupFloats", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: blocks of filters, samples, rows, cells. Rows are summed in vectors, their sums in double.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line("double* sums = stackalloc double[16];");
        writer.Line("Share share = worker.Share(planes.Channels / 16);");
        writer.Block("for (int block = share.From; block < share.To; block++)", () =>
        {
            BlockSums.Declare(writer, level, "total");
            BlockSums.Write(
                writer, level, "total", ["float* gradient = dy + (nint)group * groupFloats + (nint)block * planes.Rows * planes.RowFloats;"], ["gradient += planes.RowFloats"], (at, _) => $"*(V*)&gradient[{at}]");
            BlockSums.Store(writer, level, "total", "sums");
            writer.Line("for (int lane = 0; lane < 16; lane++) db[block * 16 + lane] = (float)sums[lane];");
        });
    }
}
