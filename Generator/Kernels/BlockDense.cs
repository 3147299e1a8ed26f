using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// A matrix product of a batch over blocks of 16 channels, and its gradients. Weights are read where they stand; layers of all sizes
/// share this kernel.
/// </summary>
/// <param name="Activation">What is applied to the sums, if anything.</param>
internal sealed record BlockDense(ActivationSpec? Activation) : Kernel
{
    // Samples, or rows of the weights, that share what is loaded.
    private const int Shared = 4;

    public override string Name => "BlockDense" + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary => $"Training: dense{(Activation is null ? "" : ", " + Activation.Kind)}, 16 units in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x: planes of cells, one for 16 channels, without a border; y: cells of 16 units, of which the last one's rest is of no meaning.",
        "weight: row, column, channel, unit. Sizes are in the window: layers of all sizes share the kernel.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward",
        [
            "float* x", "float* weight", "float* bias", "float* y", "in BlockDenseWindow window", .. Activation is null ? Array.Empty<string>() : ["bool activate"],
            "int groups", "int groupFloats", "Worker worker",
        ]),
        new("ParameterGradients", "float* x", "float* dy", "float* dweight", "float* dbias", "in BlockDenseWindow window", "int groups", "int groupFloats", "Worker worker"),
        new("InputGradient", "float* dy", "float* weight", "float* dx", "in BlockDenseWindow window", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Tile: {Shared} samples, or rows of the weights, x {Words.Count(level.CellVectors, "vector")} of a block of units. The last tile of samples repeats its first one where they run out.";
        yield return "Order: blocks of units, samples, rows of the weights; for the gradients cells of the input first.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        switch (method.Name)
        {
            case "Forward":
                WriteForward(writer, level);
                break;
            case "InputGradient":
                WriteInputGradient(writer, level);
                break;
            default:
                WriteParameterGradients(writer, level);
                break;
        }
    }

    private void WriteForward(SourceWriter writer, Level level)
    {
        writer.Line("Share share = worker.Share(window.OutputBlocks);");
        writer.Line("for (int block = share.From; block < share.To; block++)");
        writer.Block($"for (int group = 0; group < groups; group += {Shared})", () =>
        {
            Samples(writer, "x", "x");
            for (int n = 0; n < level.CellVectors; n++)
            {
                int vector = n;
                string start = $"bias == null ? V.Zero : {At("bias + block * 16", n * level.Lanes)}";
                writer.Lines(Text.Declare("V", Enumerable.Range(0, Shared).Select(s => $"y{s}_{vector} = {(s == 0 ? start : $"y0_{vector}")}")));
            }

            writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
            writer.Block("for (int cell = 0; cell < window.InputCells; cell++)", () =>
            {
                writer.Line("float* k = weight + (nint)window.FirstRow(cell) * window.Units + block * 16, q = x0 + cell * 16;");
                writer.Block("for (int lane = 0; lane < 16; lane++, q++, k += window.Units)", () =>
                {
                    writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", n * level.Lanes)};")));
                    writer.Lines(Text.Flow(Enumerable.Range(0, Shared).Select(s => $"v = Create({FlatCells.Value("q", 0, s)}); "
                        + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"y{s}_{n}"))))));
                });
            });
            writer.Line("float* output = y + (nint)group * groupFloats + block * 16;");
            for (int s = 0; s < Shared; s++)
            {
                int sample = s;
                writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n =>
                    $"{At(sample == 0 ? "output" : $"output + d{sample}", n * level.Lanes)} = {(Activation is null ? $"y{sample}_{n}" : $"activate ? {Activation.Apply($"y{sample}_{n}")} : y{sample}_{n}")};")));
            }
        });
    }

    private static void WriteParameterGradients(SourceWriter writer, Level level)
    {
        writer.Line("float* rest = stackalloc float[16];");
        writer.Line("Share share = worker.Share(window.InputCells);");
        writer.Line("for (int cell = share.From; cell < share.To; cell++)");
        writer.Line("for (int block = 0; block < window.OutputBlocks; block++)");
        writer.Block($"for (int lane = 0; lane < 16; lane += {Shared})", () =>
        {
            for (int n = 0; n < level.CellVectors; n++)
            {
                int vector = n;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, Shared).Select(r => $"g{r}_{vector} = V.Zero")));
            }

            writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
            writer.Line("float* q = x + cell * 16 + lane, k = dy + block * 16;");
            writer.Block("for (int group = 0; group < groups; group++, q += groupFloats, k += groupFloats)", () =>
            {
                writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", n * level.Lanes)};")));
                writer.Lines(Text.Flow(Enumerable.Range(0, Shared).Select(r => $"v = Create(q[{r}]); "
                    + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"g{r}_{n}"))))));
            });
            writer.Line("int units = Math.Min(16, window.Units - block * 16);");
            writer.Line("float* target = dweight + (nint)(window.FirstRow(cell) + lane) * window.Units + block * 16;");
            for (int r = 0; r < Shared; r++)
            {
                int row = r;
                string Stores(string pointer) => string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"{At(pointer, n * level.Lanes)} = g{row}_{n};"));
                writer.Line($"if (units == 16) {{ {Stores(row == 0 ? "target" : $"target + {row} * window.Units")} }}");
                writer.Line($"else {{ {Stores("rest")} new ReadOnlySpan<float>(rest, units).CopyTo(new Span<float>({(row == 0 ? "target" : $"target + {row} * window.Units")}, units)); }}");
            }
        });
        writer.Line("if (dbias == null) return;");
        writer.Line("share = worker.Share(window.Units);");
        writer.Block("for (int unit = share.From; unit < share.To; unit++)", () =>
        {
            writer.Line("float sum = 0;");
            writer.Line("for (int group = 0; group < groups; group++) sum += dy[(nint)group * groupFloats + unit];");
            writer.Line("dbias[unit] = sum;");
        });
    }

    private static void WriteInputGradient(SourceWriter writer, Level level)
    {
        writer.Line("Share share = worker.Share(window.InputCells);");
        writer.Line("for (int cell = share.From; cell < share.To; cell++)");
        writer.Line($"for (int group = 0; group < groups; group += {Shared})");
        writer.Block("for (int lane = 0; lane < 16; lane++)", () =>
        {
            Samples(writer, "dy", "dy");
            writer.Line("float* k = weight + (nint)(window.FirstRow(cell) + lane) * window.Units, q = dy0;");
            writer.Lines(Text.Declare("V", Text.Numbered("g", Shared).Select(name => name + " = V.Zero").Append("w")));
            writer.Line($"int unit = 0;");
            writer.Block($"for (; unit <= window.Units - {level.Lanes}; unit += {level.Lanes}, q += {level.Lanes})", () =>
            {
                writer.Line("w = *(V*)(k + unit);");
                writer.Lines(Text.Flow(Enumerable.Range(0, Shared).Select(s => $"g{s} = {level.MultiplyAdd}(w, *(V*)({(s == 0 ? "q" : $"q + d{s}")}), g{s});")));
            });
            writer.Lines(Text.Declare("float", Enumerable.Range(0, Shared).Select(s => $"sum{s} = Sum(g{s})")));
            writer.Block("for (; unit < window.Units; unit++, q++)", () =>
                writer.Lines(Text.Flow(Enumerable.Range(0, Shared).Select(s => $"sum{s} += k[unit] * {FlatCells.Value("q", 0, s)};"))));
            writer.Line("float* target = dx + (nint)group * groupFloats + cell * 16 + lane;");
            writer.Lines(Text.Flow(Enumerable.Range(0, Shared).Select(s => $"{(s == 0 ? "*target" : $"target[d{s}]")} = sum{s};")));
        });
    }

    // Where samples run out, the distances lead back to the tile's first one.
    private static void Samples(SourceWriter writer, string name, string pointer)
    {
        writer.Line($"float* {name}0 = {pointer} + (nint)group * groupFloats;");
        writer.Lines(Text.Flow(Enumerable.Range(1, Shared - 1).Select(s => $"nint d{s} = group + {s} < groups ? {(s == 1 ? "" : $"{s} * ")}(nint)groupFloats : 0;")));
    }

    private static string At(string pointer, int offset) => $"*(V*)({Text.At(pointer, offset)})";
}
