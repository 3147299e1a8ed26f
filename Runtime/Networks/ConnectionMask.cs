namespace NetDsl.Runtime;

/// <summary>Holds the weights of connections that do not exist at zero.</summary>
internal static class ConnectionMask
{
    /// <summary>Clears what the table does not connect.</summary>
    /// <param name="table">Rows of inputs joined by semicolons, a character for every output, X for a connection.</param>
    /// <param name="values">A kernel, ... x in x out.</param>
    public static void Apply(string table, Span<float> values)
    {
        int outputs = table.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? end : table.Length;
        int inputs = (table.Length + 1) / (outputs + 1);
        for (int i = 0; i < values.Length; i++)
        {
            int output = i % outputs, input = i / outputs % inputs;
            if (table[(input * (outputs + 1)) + output] != 'X')
            {
                values[i] = 0;
            }
        }
    }
}
