using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Reads a connection table: a row for every input map, in it a character for every filter.</summary>
internal static class ConnectionsCheck
{
    private const string Argument = "Connections", Connected = "Xx1", Unconnected = ".0- ";

    /// <summary>The table, or null where there is none or a faulty one.</summary>
    public static ConnectionTable? Read(LayerArguments arguments, Shape input, int filters, int groups)
    {
        if (arguments.Text(Argument) is not { } text)
        {
            return null;
        }

        string[] rows = Rows(text);
        if (Fault(rows, filters, groups) is { } fault)
        {
            arguments.Report(RuleIds.UnsuitableTable, Argument, $"{arguments.Kind}: {fault}");
            return null;
        }

        if (rows.Length != input.Channels)
        {
            arguments.Mismatch(
                RuleIds.UnsuitableTable, Argument,
                Invariant($"{arguments.Kind}: Connections has {rows.Length} rows for {input.Channels} input maps; write one for every map"));
            return null;
        }

        IEnumerable<string> plain = rows.Select(row => string.Concat(row.Select(cell => IsConnected(cell) ? 'X' : '.')));
        return new ConnectionTable(rows.Length, filters, string.Join(";", plain));
    }

    private static bool IsConnected(char cell) => Connected.IndexOf(cell) >= 0;

    private static string[] Rows(string text) =>
        text.Replace("\r", "").Trim('\n', ';').Split('\n', ';');

    private static string? Fault(string[] rows, int filters, int groups)
    {
        if (groups > 1)
        {
            return Invariant($"Connections stands together with Groups = {groups}, which connects by itself; leave out one of them");
        }

        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row].FirstOrDefault(cell => !IsConnected(cell) && Unconnected.IndexOf(cell) < 0) is var unknown and not '\0')
            {
                return Invariant($"Connections has '{unknown}' in the row of input map {row}; use X for a connection and . for none");
            }

            if (rows[row].Length != filters)
            {
                return Invariant($"Connections has {rows[row].Length} columns for {filters} filters in the row of input map {row}; write one for every filter");
            }
        }

        int empty = Enumerable.Range(0, filters).TakeWhile(filter => rows.Any(row => IsConnected(row[filter]))).Count();
        if (empty < filters)
        {
            return Invariant($"Connections connects filter {empty} with no input map; write an X in its column");
        }

        int unused = Array.FindIndex(rows, row => !row.Any(IsConnected));
        return unused < 0 ? null : Invariant($"Connections connects input map {unused} with no filter; write an X in its row");
    }
}
