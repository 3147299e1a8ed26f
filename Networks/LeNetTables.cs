namespace NetDsl.Networks;

/// <summary>The two tables of LeNet-5 (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition").</summary>
public static class LeNetTables
{
    /// <summary>
    /// Table I: which of S2's six maps (rows) each of C3's sixteen filters (columns) reads. Six filters read three neighbouring maps,
    /// six read four neighbours, three read four with a gap, the last reads all.
    /// </summary>
    public const string C3 = """
        X...XXX..XXXX.XX
        XX...XXX..XXXX.X
        XXX...XXX..X.XXX
        .XXX..XXXX..X.XX
        ..XXX..XXXX.XX.X
        ...XXX..XXXX.XXX
        """;

    /// <summary>
    /// Figure 3: ten digits as pictures of 7 x 12 cells, a row for each digit, cell by cell; '#' is +1, '.' is -1. Looking alike,
    /// similar characters get similar codes.
    /// </summary>
    public const string Digits = DigitBitmaps.All;
}
