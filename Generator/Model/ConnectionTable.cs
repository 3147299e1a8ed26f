namespace NetDsl.Generator.Model;

/// <summary>Which input maps every filter of a convolution sees (LeCun et al. 1998, table I).</summary>
/// <param name="Inputs">Number of input maps.</param>
/// <param name="Filters">Number of filters.</param>
/// <param name="Rows">For every input map a row with a character for every filter, X for a connection and . for none, joined by semicolons.</param>
internal sealed record ConnectionTable(int Inputs, int Filters, string Rows)
{
    /// <summary>Number of connections, each with a kernel of its own.</summary>
    public int Count => Rows.Count(cell => cell == 'X');

    /// <summary>Input maps that a filter sees, on average over the filters.</summary>
    public double InputsOfFilter => (double)Count / Filters;

    /// <summary>Filters that an input map reaches, on average over the maps.</summary>
    public double FiltersOfInput => (double)Count / Inputs;
}
