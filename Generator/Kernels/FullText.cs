using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>A piece of straight-line code that can stand in any method.</summary>
/// <param name="Statements">Vector statements in it.</param>
/// <param name="Write">Writes it, in a scope of its own.</param>
internal sealed record FullPiece(long Statements, Action Write);

/// <summary>
/// The form without any loop, for tiny networks and for reading: pieces with literal addresses, in as many methods as the
/// statement limit asks for.
/// </summary>
internal static class FullText
{
    /// <summary>Vector statements that a layer may need in this form: beyond it text and JIT time grow to seconds.</summary>
    public const int LayerLimit = 20_000;

    /// <summary>Writes the calls of all parts.</summary>
    public static void WriteCalls(SourceWriter writer, IEnumerable<FullPiece> pieces, string arguments)
    {
        writer.Line("if (worker.Index != 0) return; // straight-line code is for tiny networks, and one thread");
        for (int part = 1; part <= Parts(pieces).Count; part++)
        {
            writer.Line($"Part{part}({arguments});");
        }
    }

    /// <summary>Writes the parts, each beginning with <paramref name="prologue"/> if there is one.</summary>
    public static void WriteParts(SourceWriter writer, IEnumerable<FullPiece> pieces, string parameters, string prologue = "")
    {
        List<List<FullPiece>> parts = Parts(pieces);
        for (int part = 0; part < parts.Count; part++)
        {
            List<FullPiece> mine = parts[part];
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            writer.Method($"private static void Part{part + 1}({parameters})", () =>
            {
                if (prologue.Length > 0)
                {
                    writer.Line(prologue);
                }

                foreach (FullPiece piece in mine)
                {
                    writer.Line("{");
                    writer.Indented(piece.Write);
                    writer.Line("}");
                }
            });
        }
    }

    private static List<List<FullPiece>> Parts(IEnumerable<FullPiece> pieces)
    {
        var parts = new List<List<FullPiece>>();
        long statements = 0;
        foreach (FullPiece piece in pieces)
        {
            if (parts.Count == 0 || statements + piece.Statements > Statements.UnrollLimit)
            {
                parts.Add([]);
                statements = 0;
            }

            parts[parts.Count - 1].Add(piece);
            statements += piece.Statements;
        }

        return parts;
    }
}
