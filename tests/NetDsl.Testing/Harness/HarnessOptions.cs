using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Testing.Harness;

/// <summary>How the project of a network is set up.</summary>
public sealed record HarnessOptions
{
    public static HarnessOptions Default { get; } = new();

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool Checked { get; init; }

    public bool WarningsAsErrors { get; init; }

    /// <summary>Whether the project has the usual usings without writing them.</summary>
    public bool ImplicitUsings { get; init; } = true;

    /// <summary>The culture in which the generator runs; null for the test's own.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The one level whose kernels are compiled; null for all of them, as for a user.</summary>
    public InstructionLevel? Level { get; init; }

    /// <summary>Properties of the project that the compiler shows to generators, such as <c>RunAnalyzers</c>.</summary>
    public IReadOnlyDictionary<string, string> BuildProperties { get; init; } = new Dictionary<string, string>();

    /// <summary>A culture that writes minus, decimals and groups as the invariant culture does not.</summary>
    public static CultureInfo ForeignCulture
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = "\u00A0";
            return culture;
        }
    }

    public override string ToString() =>
        $"C# {LanguageVersion.ToDisplayString()}, nullable {Nullable}{(Checked ? ", checked" : "")}{(Culture is null ? "" : ", foreign culture")}, {Level}";
}
