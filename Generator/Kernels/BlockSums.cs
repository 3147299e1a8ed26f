using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Sums over all samples and cells of a plane for each of its 16 channels: rows in vectors, their sums in double.</summary>
internal static class BlockSums
{
    /// <summary>Declares the running sums.</summary>
    public static void Declare(SourceWriter writer, Level level, string total) =>
        writer.Lines(Text.Declare(Double(level), Enumerable.Range(0, 2 * level.CellVectors).Select(n => $"{total}{n} = {Double(level)}.Zero")));

    /// <summary>Writes the loops over samples, rows and cells.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="level">The instruction level.</param>
    /// <param name="total">What the sums are called.</param>
    /// <param name="pointers">The declarations of the pointers of a sample.</param>
    /// <param name="advance">How the pointers go to the next row.</param>
    /// <param name="value">What is summed, given the offset within a cell and the number of the vector.</param>
    public static void Write(SourceWriter writer, Level level, string total, string[] pointers, string[] advance, Func<string, int, string> value) =>
        writer.Block("for (int group = 0; group < groups; group++)", () =>
        {
            writer.Lines(pointers);
            writer.Block($"for (int row = 0; row < planes.Rows; {string.Join(", ", advance.Prepend("row++"))})", () =>
            {
                int count = level.CellVectors;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, count).Select(n => $"sum{n} = V.Zero")));
                writer.Block($"for (int n = 0; n < planes.RowFloats; n += {Level.CellFloats})", () =>
                    writer.Lines(Enumerable.Range(0, count).Select(n => $"sum{n} += {value(n == 0 ? "n" : $"n + {n * level.Lanes}", n)};")));
                for (int n = 0; n < count; n++)
                {
                    writer.Line($"{total}{2 * n} += WidenLower(sum{n}); {total}{(2 * n) + 1} += WidenUpper(sum{n});");
                }
            });
        });

    /// <summary>The sum of a channel, where <c>lane</c> is its place in the block.</summary>
    public static void Store(SourceWriter writer, Level level, string total, string pointer)
    {
        for (int n = 0; n < 2 * level.CellVectors; n++)
        {
            writer.Line($"*({Double(level)}*)({Text.At(pointer, n * level.Lanes / 2)}) = {total}{n};");
        }
    }

    private static string Double(Level level) => $"{level.Type}<double>";
}
