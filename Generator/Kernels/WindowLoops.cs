using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Writes the loops over a kernel's window: written out as far as the statement limit allows, else rolled.</summary>
/// <param name="Rows">Kernel rows.</param>
/// <param name="Columns">Kernel columns, or columns times channels where those are contiguous.</param>
/// <param name="InputRow">Floats from one kernel row to the next in the input.</param>
/// <param name="InputColumn">Floats from one kernel column to the next in the input.</param>
/// <param name="Weight">Floats from one tap to the next in the weights.</param>
internal sealed record WindowLoops(int Rows, int Columns, long InputRow, long InputColumn, long Weight)
{
    /// <summary>Writes one tap; the text may use the pointers, moved by the offsets.</summary>
    public delegate void Tap(string input, long inputOffset, string weights, long weightOffset);

    /// <param name="writer">Where to.</param>
    /// <param name="unroll">What the network asks for.</param>
    /// <param name="statements">Vector statements of one tap.</param>
    /// <param name="input">Pointer to the window's first cell.</param>
    /// <param name="weights">Pointer to the first tap's weights.</param>
    /// <param name="tap">Writes one tap.</param>
    public void Write(SourceWriter writer, Unroll unroll, int statements, string input, string weights, Tap tap)
    {
        bool rowsOut = unroll != Unroll.Tile && Rows * Columns * statements <= Statements.UnrollLimit;
        bool columnsOut = unroll != Unroll.Tile && Columns * statements <= Statements.UnrollLimit;
        if (rowsOut)
        {
            for (int row = 0; row < Rows; row++)
            {
                if (row > 0)
                {
                    writer.Line();
                }

                if (Rows > 1)
                {
                    writer.Line($"// Kernel row {row}.");
                }

                WriteRow(writer, true, input, row * InputRow, weights, row * Columns * Weight, tap);
            }
        }
        else if (Rows == 1)
        {
            WriteRow(writer, columnsOut, input, 0, weights, 0, tap);
        }
        else
        {
            writer.Line($"float* line = {input}, rowWeights = {weights};");
            writer.Block($"for (int ky = 0; ky < {Rows}; ky++, line += {Text.Literal(InputRow)}, rowWeights += {Text.Literal(Columns * Weight)})", () =>
                WriteRow(writer, columnsOut, "line", 0, "rowWeights", 0, tap));
        }
    }

    private void WriteRow(SourceWriter writer, bool columnsOut, string input, long inputOffset, string weights, long weightOffset, Tap tap)
    {
        if (columnsOut || Columns == 1)
        {
            for (int column = 0; column < Columns; column++)
            {
                tap(input, inputOffset + (column * InputColumn), weights, weightOffset + (column * Weight));
            }

            return;
        }

        writer.Line($"float* cells = {Text.At(input, inputOffset)}, tapWeights = {Text.At(weights, weightOffset)};");
        writer.Block($"for (int tap = 0; tap < {Columns}; tap++, cells += {Text.Literal(InputColumn)}, tapWeights += {Text.Literal(Weight)})", () => tap("cells", 0, "tapWeights", 0));
    }
}
