using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dense layer of a batch with samples in the lanes: forward and both gradients. The input may still stand in planes of a
/// picture; its features count cell by cell, channels last, as the weights do.
/// </summary>
internal sealed record LaneDense(
    int Cells, int Channels, int Units, bool Bias, ActivationSpec? Activation, ActivationSpec? InputActivation) : Kernel
{
    private int Inputs => Cells * Channels;

    /// <summary>Floats of one sample's row in the transposed gradient: whole vectors at every level.</summary>
    public int TransposedRow => Text.Tiles(Units, Level.CellFloats) * Level.CellFloats;

    public override string Name => $"LaneDense_{(Cells > 1 ? $"{Cells}x{Channels}" : $"{Channels}")}to{Units}" + (Bias ? "" : "_NoBias")
        + (Activation is null ? "" : "_" + Activation.Identifier) + (InputActivation is null ? "" : "_of" + InputActivation.Identifier);

    public override string Summary => $"Training: dense {Inputs} -> {Units}{(Activation is null ? "" : ", " + Activation.Kind)}, 16 samples in the lanes of a cell"
        + (InputActivation is null ? "." : $"; the input gradient is times the derivative of the {InputActivation.Kind} before it.");

    public override IEnumerable<string> Legend =>
    [
        Cells > 1 ? $"x: {Words.Count(Channels, "plane")} of {Cells} cells; input i is cell i / {Channels} of plane i % {Channels}." : $"x: {Words.Count(Channels, "cell")}.",
        $"kernel: {Inputs} x {Units}; rows: a sample's output gradients side by side, {TransposedRow} floats a sample.",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        Activation is null
            ? new("Forward", "float* x", "float* kernel", "float* bias", "float* y", "int groups", "int groupFloats", "Worker worker")
            : new("Forward", "float* x", "float* kernel", "float* bias", "float* y", "bool activate", "int groups", "int groupFloats", "Worker worker"),
        InputActivation is null
            ? new("InputGradient", "float* dy", "float* kernel", "float* dx", "int groups", "int groupFloats", "Worker worker")
            : new("InputGradient", "float* dy", "float* kernel", "float* x", "float* dx", "int groups", "int groupFloats", "Worker worker"),
        new("Transpose", "float* dy", "float* rows", "int groups", "int groupFloats", "Worker worker"),
        Bias
            ? new("ParameterGradients", "float* x", "float* rows", "float* dw", "float* dbias", "int groups", "int groupFloats", "Worker worker")
            : new("ParameterGradients", "float* x", "float* rows", "float* dw", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        (int inputs, int vectors) = WeightTile(level);
        yield return $"Forward and input gradient: tile of {Words.Count(Outputs(level), "unit")} or {Words.Count(InputTile(level), "input")} x 16 samples, named y<unit>_<vector> and s<input>_<vector>; weights broadcast.";
        yield return $"Parameter gradients: tile of {Words.Count(inputs, "input")} x {Words.Count(vectors, "vector")} of units, named g<input>_<vector>, one sample after the other.";
        foreach (string remark in Words.Overhang(("tile of units", Units, Outputs(level)), ("tile of inputs", Inputs, InputTile(level))))
        {
            yield return remark;
        }
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
            case "Transpose":
                WriteTranspose(writer);
                break;
            default:
                WriteWeightGradient(writer, level);
                break;
        }
    }

    private int Outputs(Level level) => Math.Min(Units, level.Accumulators / level.CellVectors);

    private int InputTile(Level level) => Math.Min(Inputs, level.Accumulators / level.CellVectors);

    private (int Inputs, int Vectors) WeightTile(Level level)
    {
        int vectors = Math.Min(Text.Tiles(Units, level.Lanes), 2);
        return (Math.Min(Inputs, level.Accumulators / vectors), vectors);
    }

    // Where feature number "index" starts: planes of cells, channels last in the count.
    private string Feature(string pointer, string index) => Cells == 1
        ? Text.At(pointer, 0, (index, Level.CellFloats))
        : Channels == 1 ? Text.At(pointer, 0, (index, Level.CellFloats))
        : $"{pointer} + {Whole(index)} % {Channels} * {Text.Literal(Cells * Level.CellFloats)} + {Whole(index)} / {Channels} * {Level.CellFloats}";

    private static string Whole(string index) => index.Contains(' ') ? $"({index})" : index;

    private void WriteForward(SourceWriter writer, Level level)
    {
        int outputs = Outputs(level), vectors = level.CellVectors;
        var sums = (from j in Enumerable.Range(0, outputs) from n in Enumerable.Range(0, vectors) select (j, n)).ToArray();
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{sums.Length}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }

        LaneBlocks.Write(writer, 1, Units, outputs, "unit", (group, _) =>
        {
            for (int j = 0; j < outputs; j++)
            {
                string start = Bias ? $"Create(bias[{Text.At("unit", j)}])" : "V.Zero";
                int unit = j;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, vectors).Select(n => $"y{unit}_{n} = {(n == 0 ? start : $"y{unit}_0")}")));
            }

            writer.Lines(Text.Declare("V", Text.Numbered("v", vectors).Prepend("w")));
            writer.Line("float* k = kernel + unit;");
            string advance = Cells == 1 ? "" : $" + cell * {Level.CellFloats}";
            string loop = Cells == 1 ? "" : Text.For("cell", Cells);
            writer.Loops([loop], () =>
            {
                writer.Line($"float* q = x + (nint){group} * groupFloats{advance};");
                int step = Cells * Level.CellFloats;
                writer.Block($"for (int channel = 0; channel < {Channels}; channel++, q += {Text.Literal(step)}, k += {Units})", () =>
                {
                    writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => $"v{n} = {Text.Vector("q", n * level.Lanes)};")));
                    for (int j = 0; j < outputs; j++)
                    {
                        writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => level.Fma($"v{n}", "w", $"y{j}_{n}")).Prepend($"w = Create(k[{j}]);")));
                    }
                });
            });
            writer.Line($"float* target = y + (nint){group} * groupFloats + unit * {Level.CellFloats};");
            void Store() => writer.Lines(Text.Flow(sums.Select((s, at) => $"{Text.Vector("target", at * level.Lanes)} = y{s.j}_{s.n};")));
            if (Activation is { InRegisters: false })
            {
                writer.Block("if (activate)", () =>
                {
                    writer.Lines(Text.Flow(sums.Select((s, at) => $"sums[{at}] = y{s.j}_{s.n};")));
                    writer.Line(Text.For("n", sums.Length));
                    writer.Indented(() => writer.Line($"{Text.Vector("target", 0, ("n", level.Lanes))} = {Activation.Apply("sums[n]")};"));
                });
                writer.Block("else", Store);
                return;
            }

            if (Activation is not null)
            {
                writer.Block("if (activate)", () => writer.Lines(Text.Flow(sums.Select(s => $"y{s.j}_{s.n} = {Activation.Apply($"y{s.j}_{s.n}")};"))));
            }

            Store();
        });
    }

    private void WriteInputGradient(SourceWriter writer, Level level)
    {
        int tile = InputTile(level), vectors = level.CellVectors;
        LaneBlocks.Write(writer, 1, Inputs, tile, "input", (group, _) =>
        {
            writer.Lines(Text.Declare("V", from i in Enumerable.Range(0, tile) from n in Enumerable.Range(0, vectors) select $"s{i}_{n} = V.Zero"));
            writer.Lines(Text.Declare("V", Text.Numbered("v", vectors).Prepend("w")));
            writer.Line($"float* d = dy + (nint){group} * groupFloats, k = kernel + (nint)input * {Units};");
            writer.Block($"for (int unit = 0; unit < {Units}; unit++, d += {Level.CellFloats}, k++)", () =>
            {
                writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => $"v{n} = {Text.Vector("d", n * level.Lanes)};")));
                for (int i = 0; i < tile; i++)
                {
                    writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => level.Fma($"v{n}", "w", $"s{i}_{n}")).Prepend($"w = Create(k[{Text.Literal((long)i * Units)}]);")));
                }
            });
            writer.Line($"float* target = dx + (nint){group} * groupFloats;");
            if (InputActivation is not null)
            {
                writer.Line($"float* values = x + (nint){group} * groupFloats;");
            }

            writer.Line("int at;");
            for (int i = 0; i < tile; i++)
            {
                writer.Line($"at = {Feature("", Text.At("input", i)).TrimStart(' ', '+')};");
                for (int n = 0; n < vectors; n++)
                {
                    string sum = $"s{i}_{n}";
                    writer.Line($"{Text.Vector("target", n * level.Lanes, ("at", 1))} = {(InputActivation is null ? sum : InputActivation.Gradient(sum, Text.Vector("values", n * level.Lanes, ("at", 1))))};");
                }
            }
        });
    }

    private void WriteTranspose(SourceWriter writer)
    {
        writer.Line($"Share share = worker.Share(groups);");
        writer.Block("for (int group = share.From; group < share.To; group++)", () =>
        {
            writer.Line("float* from = dy + (nint)group * groupFloats, to = rows + (nint)group * groupFloats;");
            writer.Line(Text.For("unit", Units));
            writer.Line(Text.For("sample", Level.CellFloats));
            writer.Indented(() => writer.Line($"to[sample * {TransposedRow} + unit] = from[unit * {Level.CellFloats} + sample];"));
        });
    }

    private void WriteWeightGradient(SourceWriter writer, Level level)
    {
        (int inputs, int vectors) = WeightTile(level);
        int width = vectors * level.Lanes, full = Math.Min(width, Units);
        writer.Line($"Share share = worker.Share({Text.Tiles(Inputs, inputs)});");
        writer.Block("for (int block = share.From; block < share.To; block++)", () =>
        {
            writer.Line($"int input = {Text.TileStart("block", Inputs, inputs)};");
            writer.Lines(Text.Declare("float*", Enumerable.Range(0, inputs).Select(i => $"x{i} = {Feature("x", Text.At("input", i))}")));
            string loop = Units <= width ? "" : Text.For("unitTile", Text.Tiles(Units, width));
            writer.Loops([loop], () =>
            {
                if (loop.Length > 0)
                {
                    writer.Line($"int unit = {Text.TileStart("unitTile", Units, width)};");
                }

                string unit = loop.Length > 0 ? "unit" : "";
                writer.Lines(Text.Declare("V", from i in Enumerable.Range(0, inputs) from n in Enumerable.Range(0, vectors) select $"g{i}_{n} = V.Zero"));
                writer.Lines(Text.Declare("V", Text.Numbered("d", vectors).Prepend("v")));
                writer.Block("for (int group = 0; group < groups; group++)", () =>
                {
                    writer.Line("nint at = (nint)group * groupFloats;");
                    writer.Line($"float* d = {Text.At("rows + at", 0, (unit, 1))};");
                    writer.Block($"for (int sample = 0; sample < {Level.CellFloats}; sample++, at++, d += {TransposedRow})", () =>
                    {
                        writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => $"d{n} = {Text.Vector("d", n * level.Lanes)};")));
                        for (int i = 0; i < inputs; i++)
                        {
                            writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"d{n}", $"g{i}_{n}")).Prepend($"v = Create(x{i}[at]);")));
                        }
                    });
                });
                writer.Line($"float* target = {Text.At("dw", 0, ("(nint)input", Units), (unit, 1))};");
                for (int i = 0; i < inputs; i++)
                {
                    int row = i;
                    writer.Lines(Text.Flow(Enumerable.Range(0, vectors).SelectMany(n =>
                        Tail.Store(level, "target", ((long)row * Units) + (n * level.Lanes), $"g{row}_{n}", full - (n * level.Lanes)))));
                }
            });
        });
        if (Bias)
        {
            WriteBias(writer);
        }
    }

    private void WriteBias(SourceWriter writer)
    {
        writer.Line($"Share units = worker.Share({Units});");
        writer.Block("for (int unit = units.From; unit < units.To; unit++)", () =>
        {
            writer.Line("float sum = 0;");
            writer.Line("for (int group = 0; group < groups; group++)");
            writer.Line(Text.For("sample", Level.CellFloats));
            writer.Indented(() => writer.Line($"sum += rows[(nint)group * groupFloats + sample * {TransposedRow} + unit];"));
            writer.Line("dbias[unit] = sum;");
        });
    }
}
