namespace NetDsl.Generator.Kernels;

/// <summary>
/// The one-dimensional transforms of Winograd's minimal filtering F(m, r) as text (Lavin and Gray, 2015): applied to the columns and then
/// to the rows of a tile they give the two-dimensional ones. With m + r - 1 = 6 the points are 0, 1, -1, 2, -2 and infinity, whatever the
/// share of m outputs and r taps in it, with 4 they are 0, 1, -1 and infinity.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>Input cells d to as many points.</summary>
    public static string[] Input(Level level, IReadOnlyList<string> d)
    {
        string Fma(string a, string factor, string c) => $"{level.MultiplyAdd}({a}, {factor}, {c})";
        return d.Count == 4
            ? [$"{d[0]} - {d[2]}", $"{d[1]} + {d[2]}", $"{d[2]} - {d[1]}", $"{d[1]} - {d[3]}"]
            :
            [
                Fma(d[0], "four", Fma(d[2], "minusFive", d[4])),
                $"{Fma(d[2], "minusFour", d[4])} + {Fma(d[1], "minusFour", d[3])}",
                $"{Fma(d[2], "minusFour", d[4])} - {Fma(d[1], "minusFour", d[3])}",
                Fma($"{d[3]} - {d[1]}", "two", $"{d[4]} - {d[2]}"),
                Fma($"{d[1]} - {d[3]}", "two", $"{d[4]} - {d[2]}"),
                Fma(d[1], "four", Fma(d[3], "minusFive", d[5])),
            ];
    }

    /// <summary>Filter taps g to 4 or 6 points.</summary>
    public static string[] Filter(int side, IReadOnlyList<string> g) => side == 4
        ?
        [
            g[0],
            $"0.5f * ({g[0]} + {g[1]} + {g[2]})",
            $"0.5f * ({g[0]} - {g[1]} + {g[2]})",
            g[2],
        ]
        :
        [
            $"0.25f * {g[0]}",
            $"-1f / 6 * ({Alternating(g, minus: false)})",
            $"-1f / 6 * ({Alternating(g, minus: true)})",
            Alternating(Powers(g), minus: false),
            Alternating(Powers(g), minus: true),
            g[g.Count - 1],
        ];

    /// <summary>Products p at 4 or 6 points to outputs.</summary>
    public static string[] Output(Level level, int outputs, IReadOnlyList<string> p)
    {
        string Fma(string a, string factor, string c) => $"{level.MultiplyAdd}({a}, {factor}, {c})";
        if (p.Count == 4)
        {
            return [$"{p[0]} + {p[1]} + {p[2]}", $"{p[1]} - {p[2]} - {p[3]}"];
        }

        string[] sums =
        [
            $"{p[0]} + ({p[1]} + {p[2]}) + ({p[3]} + {p[4]})",
            Fma($"{p[3]} - {p[4]}", "two", $"{p[1]} - {p[2]}"),
            Fma($"{p[3]} + {p[4]}", "four", $"{p[1]} + {p[2]}"),
            Fma($"{p[3]} - {p[4]}", "eight", $"{p[1]} - {p[2]}"),
        ];
        return [.. sums.Take(outputs - 1), $"{sums[outputs - 1]} + {p[5]}"];
    }

    /// <summary>Gradients d of 4 outputs to 6 points: the transpose of <see cref="Output"/>.</summary>
    public static string[] OutputGradient(Level level, IReadOnlyList<string> d)
    {
        string Fma(string a, string factor, string c) => $"{level.MultiplyAdd}({a}, {factor}, {c})";
        string even = Fma(d[2], "four", d[0]), odd = Fma(d[3], "four", d[1]);
        return
        [
            d[0],
            $"({d[0]} + {d[2]}) + ({d[1]} + {d[3]})",
            $"({d[0]} + {d[2]}) - ({d[1]} + {d[3]})",
            Fma(odd, "two", even),
            Fma(odd, "minusTwo", even),
            d[3],
        ];
    }

    /// <summary>Sums s at 6 points to the gradients of 3 filter taps: the transpose of <see cref="Filter"/>.</summary>
    public static string[] FilterGradient(IReadOnlyList<string> s) =>
    [
        $"0.25f * {s[0]} - 1f / 6 * ({s[1]} + {s[2]}) + 1f / 24 * ({s[3]} + {s[4]})",
        $"1f / 6 * ({s[2]} - {s[1]}) + 1f / 12 * ({s[3]} - {s[4]})",
        $"1f / 6 * (({s[3]} + {s[4]}) - ({s[1]} + {s[2]})) + {s[5]}",
    ];

    /// <summary>The factors that the input's transform names.</summary>
    public static IEnumerable<string> InputFactors(int side) => side == 4 ? []
        : Text.Declare("V", ["two = Create(2f)", "four = Create(4f)", "minusFour = Create(-4f)", "minusFive = Create(-5f)"]);

    /// <summary>The factors that the transform of the output's gradient names.</summary>
    public static IEnumerable<string> OutputGradientFactors() => Text.Declare("V", ["two = Create(2f)", "minusTwo = Create(-2f)", "four = Create(4f)"]);

    /// <summary>The factors that the output's transform names.</summary>
    public static IEnumerable<string> OutputFactors(int outputs, int side) => side == 4 ? []
        : Text.Declare("V", new[] { "two = Create(2f)", "four = Create(4f)", "eight = Create(8f)" }.Take(outputs - 1));

    // The tap k at the points 2 and -2: 2 to the power k, over 24.
    private static IReadOnlyList<string> Powers(IReadOnlyList<string> g) =>
        [.. new[] { "1f / 24", "1f / 12", "1f / 6", "1f / 3", "2f / 3" }.Take(g.Count).Select((factor, k) => $"{factor} * {g[k]}")];

    private static string Alternating(IReadOnlyList<string> terms, bool minus) =>
        string.Concat(terms.Select((term, k) => (k == 0 ? "" : minus && k % 2 == 1 ? " - " : " + ") + term));
}
